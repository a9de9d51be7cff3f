import * as fc from 'fast-check'

import type { Identity } from '../document/identity.ts'
import type {
  BlockJson,
  DocJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  ParagraphJson,
  TableJson,
  TextJson,
} from '../document/node.ts'
import { NASTY } from './nasty.ts'

/** Documents that fit the schema, whatever no person would write included. */

const words = fc.oneof(
  { arbitrary: fc.constantFrom(...NASTY), weight: 4 },
  { arbitrary: fc.string({ minLength: 1, maxLength: 6 }), weight: 1 },
  { arbitrary: fc.constantFrom(' ', '\n', ' \n ', '\n\n', '  \n', 'a', 'b c'), weight: 2 },
)
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
const url = fc.constantFrom(
  'https://example.org',
  '/a b',
  '',
  'a(b',
  'x)y',
  '<z>',
  'a\\b',
  'a&amp;b',
  '#top',
  'a\nb',
  'www.example.org',
  'mailto:ada@example.org',
  'a|b',
  'a*b_c',
)
const title = fc.option(fc.constantFrom('t', 'a "b"', "c'd", 'e\\', '&amp;', 'x\ny', ''), { nil: null })

const link: fc.Arbitrary<MarkJson> = fc.record({
  type: fc.constant('link' as const),
  attrs: fc.record({
    href: url,
    title,
    reference: fc.option(fc.constantFrom('', '[]', '[ref]', '[gone]'), { nil: null }),
  }),
})
const mark: fc.Arbitrary<MarkJson> = fc.oneof(
  link,
  fc.constantFrom<MarkJson>(
    { type: 'bold' },
    { type: 'italic' },
    { type: 'strike' },
    { type: 'code' },
    { type: 'raw' },
  ),
)
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })

const marked: fc.Arbitrary<TextJson> = fc
  .tuple(text, fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: marks, weight: 2 }))
  .map(([value, some]) =>
    some.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks: some },
  )
const addressed: fc.Arbitrary<TextJson> = fc
  .constantFrom(
    ['https://example.org/a', 'https://example.org/a'],
    ['www.example.org', 'http://www.example.org'],
    ['ada@example.org', 'mailto:ada@example.org'],
  )
  .map(([value = '', href = '']) => ({
    type: 'text',
    text: value,
    marks: [{ type: 'link', attrs: { href, title: null, reference: null } }],
  }))
const sourced: fc.Arbitrary<TextJson> = fc
  .constantFrom('<b>', '</b>', '<br>', '<!-- note -->', '[^1]', '![alt][ref]', '[![a](b)](c)', '<missed>', '<a\nb>')
  .map((value) => ({ type: 'text', text: value, marks: [{ type: 'raw' }] }))
const inline: fc.Arbitrary<InlineJson> = fc.oneof(
  { arbitrary: marked, weight: 8 },
  { arbitrary: addressed, weight: 1 },
  { arbitrary: sourced, weight: 1 },
  { arbitrary: fc.constant<InlineJson>({ type: 'hardBreak' }), weight: 1 },
  {
    arbitrary: fc.record({ type: fc.constant('image' as const), attrs: fc.record({ src: url, alt: text, title }) }),
    weight: 1,
  },
)
const inlines = fc.array(inline, { maxLength: 5 })
const identity: fc.Arbitrary<Identity> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  {
    arbitrary: fc.record({
      id: fc.constantFrom('', 'abcdefghij', 'same', null),
      role: fc.constantFrom('action', 'plain', null),
    }),
    weight: 1,
  },
)
const paragraph: fc.Arbitrary<ParagraphJson> = fc
  .tuple(identity, inlines)
  .map(([attrs, content]) => ({ type: 'paragraph', attrs, content }))
const lines = fc
  .array(fc.oneof(text, fc.constantFrom('', '    x', '\tx', '```', '~~~~', '-->', 'key: value', '---')), {
    maxLength: 4,
  })
  .map((parts) => parts.join('\n'))
const plain = lines.map((value): TextJson[] => (value === '' ? [] : [{ type: 'text', text: value }]))
const sources = fc.oneof(
  lines,
  fc.constantFrom(
    '<div>\nx\n</div>',
    '<!-- a -->',
    '<!-- a\n\nb -->',
    '[ref]: https://example.org "t"',
    '[^1]: note',
    '[^1]: note\n\n    more',
    '<!-- -->',
    '<!-- open',
    '<details>',
    'not raw',
  ),
)

function withIdentity<Attrs extends object>(attrs: { [Name in keyof Attrs]: fc.Arbitrary<Attrs[Name]> }): fc.Arbitrary<
  Attrs & Identity
> {
  return fc.tuple(fc.record(attrs), identity).map(([own, more]) => ({ ...(own as Attrs), ...more }))
}

const leaf: fc.Arbitrary<BlockJson> = fc.oneof(
  { arbitrary: paragraph, weight: 6 },
  {
    arbitrary: fc.record({
      type: fc.constant('heading' as const),
      attrs: withIdentity({ level: fc.integer({ min: 1, max: 6 }) }),
      content: inlines,
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('codeBlock' as const),
      attrs: fc.record({
        language: fc.option(fc.constantFrom('js', 'a b', '`', '~', 'a&amp;b', 'rust='), { nil: null }),
        meta: fc.option(fc.constantFrom('m', 'x y ', '\\*'), { nil: null }),
      }),
      content: plain,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('rawBlock' as const),
      attrs: withIdentity({
        kind: fc.constantFrom('html', 'yaml', 'definition', 'footnoteDefinition', 'fence', 'other'),
      }),
      content: sources.map((value): TextJson[] => (value === '' ? [] : [{ type: 'text', text: value }])),
    }),
    weight: 1,
  },
  { arbitrary: fc.constant<BlockJson>({ type: 'horizontalRule' }), weight: 1 },
  {
    arbitrary: fc
      .array(
        fc.array(
          fc.record({
            type: fc.constant('tableCell' as const),
            attrs: fc.record({ align: fc.constantFrom('left', 'right', 'center', null) }),
            content: inlines,
          }),
          { maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .chain((rows) =>
        identity.map((attrs): TableJson => {
          return { type: 'table', attrs, content: rows.map((content) => ({ type: 'tableRow', content })) }
        }),
      ),
    weight: 1,
  },
)

const { block } = fc.letrec<{ block: BlockJson; item: ListItemJson }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: leaf, weight: 4 },
    {
      arbitrary: fc.record({
        type: fc.constant('blockquote' as const),
        content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        type: fc.constant('bulletList' as const),
        attrs: withIdentity({ spread: fc.boolean() }),
        content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        type: fc.constant('orderedList' as const),
        attrs: withIdentity({ start: fc.constantFrom(1, 1, 0, 2, 9, 99, 999_999_999), spread: fc.boolean() }),
        content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      }),
      weight: 1,
    },
  ),
  item: fc.record({
    type: fc.constant('listItem' as const),
    attrs: fc.record({ checked: fc.constantFrom(null, null, true, false) }),
    content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
}))

/** Any document of the schema. */
export const anyDocument: fc.Arbitrary<DocJson> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }))

/** Any text at all that looks like Markdown. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom('\n', '\n\n', '\r\n', '\r', '    ', '  ', '- ', '> ', '1. ', '\n| a | b |\n|--|--|\n', '\uFEFF'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
