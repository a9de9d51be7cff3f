import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'

import {
  bold,
  br,
  cell,
  cells,
  code,
  done,
  h,
  hr,
  img,
  italic,
  li,
  link,
  minutes,
  mono,
  ol,
  p,
  quote,
  raw,
  row,
  strike,
  table,
  todo,
  ul,
} from '../testing/build.ts'
import { editorWith, paste, press, sharedEditorWith, shown } from '../testing/editor-with.ts'
import { cleanHtml } from './html.ts'

/** What becomes of a note when something is pasted into it. */
async function pasted(data: { text?: string; html?: string }, ...before: Node[]): Promise<unknown> {
  const editor = editorWith(...(before.length > 0 ? before : [p('‸')]))
  await paste(editor, data)
  return shown(editor)
}

describe('pasted Markdown', () => {
  test('becomes structure', async () => {
    const text = '# Agenda\n\n- [ ] one\n- [x] **two**\n\n| SF | F |\n| --: | - |\n| 1 | 2 |\n\n```js\na = b\n```'
    expect(await pasted({ text })).toEqual(
      minutes(
        h(1, 'Agenda'),
        ul(todo('one'), done(p(bold('two')))),
        table(cells(cell('right', 'SF'), cell(null, 'F')), cells(cell('right', '1'), cell(null, '2'))),
        code('js', 'a = b‸'),
      ),
    )
  })

  test('of one line stays in its line', async () => {
    expect(await pasted({ text: 'see `code` and [a](https://example.org)' }, p('Now ‸!'))).toEqual(
      minutes(p('Now see ', mono('code'), ' and ', link('a', 'https://example.org'), '‸!')),
    )
  })

  test('becomes structure from a menu as well, whichever letter was typed last', async () => {
    const editor = editorWith(p('‸'))
    press(editor, 'Shift-A')
    editor.view.dom.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true }))
    await paste(editor, { text: '# Agenda' })
    expect(shown(editor)).toEqual(minutes(h(1, 'Agenda‸')))
  })

  test('keeps an address that no page may point at as text', async () => {
    const text = 'see [an *old*](javascript:a) and <vscode:b> or ![c](data:d)'
    expect(await pasted({ text })).toEqual(
      minutes(p('see an ', italic('old'), ' (javascript:a) and vscode:b or c (data:d)‸')),
    )
  })

  test('of items goes on with the list it is pasted into', async () => {
    expect(await pasted({ text: '- two\n- three' }, ul(li('one'), li('‸')))).toEqual(
      minutes(ul(li('one'), li('two'), li('three‸'))),
    )
  })

  test('in HTML that only colours it is still Markdown', async () => {
    const html = '<meta charset="utf-8"><div style="color:#ccc"><span>## Agenda</span></div>'
    expect(await pasted({ text: '## Agenda\n\ntext', html })).toEqual(minutes(h(2, 'Agenda'), p('text‸')))
  })

  test('keeps what nobody may lose', async () => {
    expect(await pasted({ text: 'a `b` <missed> c' })).toEqual(minutes(p('a ', mono('b'), ' ', raw('<missed>'), ' c‸')))
  })

  test('into code stays text', async () => {
    expect(await pasted({ text: '# a\n- b' }, code(null, '‸'))).toEqual(minutes(code(null, '# a\n- b‸')))
  })

  test('into a table cell is one line', async () => {
    expect(await pasted({ text: '- **a**\n- b' }, table(row('‸', 'x')))).toEqual(
      minutes(table(cells(cell(null, bold('a'), ' b‸'), cell(null, 'x')))),
    )
  })

  test('without formats asked for (Mod-Shift-v) stays text', async () => {
    const editor = editorWith(p('‸'))
    press(editor, 'Mod-Shift-v')
    await paste(editor, { text: '# a\n- b' })
    expect(shown(editor)).toEqual(minutes(p('# a\n- b‸')))
  })

  test('is gone with one undo', async () => {
    const editor = sharedEditorWith(p('before‸'))
    await paste(editor, { text: '# a\n\n- b' })
    press(editor, 'Mod-z')
    expect(editor.getJSON()).toEqual(minutes(p('before')))
  })
})

describe('pasted plain text', () => {
  test('keeps its lines, and parts its paragraphs at blank lines', async () => {
    expect(await pasted({ text: 'Ada: one\n  Bob: two\n\n\nCy: three' })).toEqual(
      minutes(p('Ada: one\nBob: two'), p('Cy: three‸')),
    )
  })

  test('of a line with its end stays in its line', async () => {
    expect(await pasted({ text: 'one\n' }, p('a ‸!'))).toEqual(minutes(p('a one‸!')))
  })

  test.each(['2 * 3 * 4', 'snake_case', 'a < b', 'C:\\new\\*', '50% - 60%', 'What? Yes!'])(
    'like %j is not read as Markdown',
    async (text) => {
      expect(await pasted({ text })).toEqual(minutes(p(`${text}‸`)))
    },
  )

  test('links the addresses in it, as they are links in the file', async () => {
    expect(await pasted({ text: 'see https://example.org/a.' })).toEqual(
      minutes(p('see ', link('https://example.org/a', 'https://example.org/a'), '.‸')),
    )
  })

  test('that is an address links the words it is pasted over', async () => {
    expect(await pasted({ text: 'https://example.org' }, p('the ‸notes‸'))).toEqual(
      minutes(p('the ', '‸', link('notes', 'https://example.org'), '‸')),
    )
  })
})

describe('pasted HTML', () => {
  test.each<[string, string, Node[]]>([
    ['headings', '<h2>A</h2><h6>B</h6>', [h(2, 'A'), h(6, 'B‸')]],
    [
      'marks',
      '<p><b>b</b> <i>i</i> <del>s</del> <code>c</code></p>',
      [p(bold('b'), ' ', italic('i'), ' ', strike('s'), ' ', mono('c'), '‸')],
    ],
    ['line breaks', '<p>a<br>b<br></p>', [p('a', br(), 'b‸')]],
    ['quotes and lines', '<blockquote><p>q</p></blockquote><hr><p>x</p>', [quote(p('q')), hr(), p('x‸')]],
    ['pretty-printed source', '<p>\n  one\n  two\n</p>\n<p>three</p>', [p('one two'), p('three‸')]],
    ['empty paragraphs', '<p>a</p><p><br></p><p>&nbsp;</p><p>b</p>', [p('a'), p('b‸')]],
    ['code with a language', '<pre><code class="language-js">a\n  b\n</code></pre>', [code('js', 'a\n  b‸')]],
    [
      'code of GitHub',
      '<div class="highlight highlight-source-ts"><pre><span>a</span>\nb</pre></div>',
      [code('ts', 'a\nb‸')],
    ],
    [
      'lists nested as siblings',
      '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>',
      [ul(li('a', ul(li('b'))), li('c‸'))],
    ],
    ['numbered lists', '<ol start="3"><li>a</li></ol>', [ol(li('a‸')).type.create({ start: 3 }, li('a‸'))]],
    [
      'images by https',
      '<p>x <img src="https://example.org/a.png" alt="A"></p>',
      [p('x ', img('https://example.org/a.png', 'A'), '‸')],
    ],
    [
      'numbers in words as words',
      '<p>x <img src="https://example.org/a.png" alt="2026"></p>',
      [p('x ', img('https://example.org/a.png', '2026'), '‸')],
    ],
  ])('keeps %s', async (_what, html, blocks) => {
    expect(await pasted({ html, text: 'x' })).toEqual(minutes(...blocks))
  })

  test.each<[string, string]>([
    ['scripts and styles', '<style>p{}</style><script>alert(1)</script><p>a</p>'],
    ['comments', '<p>a</p><!--StartFragment-->'],
    [
      'images that are not by https',
      '<p>a<img src="data:image/png;base64,AAAA"><img src="http://example.org/a.png"></p>',
    ],
    ['links to scripts', '<p><a href="javascript:alert(1)">a</a></p>'],
    ['buttons', '<p>a</p><button>Copy</button><svg></svg>'],
  ])('drops %s', async (_what, html) => {
    expect(await pasted({ html, text: 'x' })).toEqual(minutes(p('a‸')))
  })

  test('of Google Docs is what it shows', async () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:700">Title</span></h1><p dir="ltr"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span><span style="font-style:italic"> it</span><span style="text-decoration:line-through">gone</span></p><br /><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>one</span></p></li><ul><li aria-level="2"><p><span>two</span></p></li></ul></ul><p><a href="https://www.google.com/url?q=https://example.org/&amp;sa=D"><span>link</span></a></p></b><br class="Apple-interchange-newline">'
    expect(await pasted({ html, text: 'x' })).toEqual(
      minutes(
        h(1, 'Title'),
        p('plain ', bold('bold'), italic(' it'), strike('gone')),
        ul(li('one', ul(li('two')))),
        p(link('link', 'https://example.org/'), '‸'),
      ),
    )
  })

  test('keeps the formats that stand in styles, and no style', async () => {
    const html =
      '<style>p { color: red }</style><div style="font-weight:bold">a</div><p STYLE = \'font-style: italic\' title="style=x">b</p><p>c <b style="font-weight:400">d</b> style="e"</p><table style="font-weight:700"><tr><td style="font-weight:700">f</td></tr></table>'
    expect(await pasted({ html, text: 'x' })).toEqual(
      minutes(p(bold('a')), p(italic('b')), p('c d style="e"'), table(cells(cell(null, bold('f'), '‸')))),
    )
    expect(cleanHtml(html)).not.toMatch(/<style|\sstyle\s*=\s*['"]?font/i)
  })

  test('of a check list of Google Docs has its boxes', async () => {
    const html =
      '<ul><li role="checkbox" aria-checked="false"><img alt="unchecked" src="data:,"><p><span>a</span></p></li><li role="checkbox" aria-checked="true"><img alt="checked" src="data:,"><p><span>b</span></p></li></ul>'
    expect(await pasted({ html, text: 'x' })).toEqual(minutes(ul(todo('a'), done('b‸'))))
  })

  test('of a task list of GitHub has its boxes', async () => {
    const html =
      '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled=""> a</li><li class="task-list-item"><input type="checkbox" checked="" disabled=""> b<ul><li>c</li></ul></li></ul>'
    expect(await pasted({ html, text: 'x' })).toEqual(minutes(ul(todo('a'), done('b', ul(li('c‸'))))))
  })

  test('of Word has its lists', async () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp;</span></span>${text}<o:p></o:p></p>`
    const html = `<p class=MsoNormal>Before</p>${item(1, '·', 'a')}${item(2, 'o', 'b')}${item(1, '·', 'c')}`
    expect(await pasted({ html, text: 'x' })).toEqual(minutes(p('Before'), ul(li('a', ul(li('b'))), li('c‸'))))
  })

  test('has tables with or without a body, one line to a cell', async () => {
    const html =
      '<table><thead><tr><th>A</th><th style="text-align:right">B</th></tr></thead><tbody><tr><td><p>one</p><p>two</p></td><td>x<br>y</td></tr><tr><td colspan="2">z</td></tr></tbody></table>'
    expect(await pasted({ html, text: 'x' })).toEqual(
      minutes(table(cells(cell(null, 'A'), cell('right', 'B')), row('one two', 'x y'), row('z', '‸'))),
    )
  })

  test('never puts a mark on an image or a line break', async () => {
    const html = '<p><b>a<br>b</b><a href="https://example.org">c<img src="https://example.org/a.png"></a></p>'
    expect(await pasted({ html, text: 'x' })).toEqual(
      minutes(p(bold('a'), br(), bold('b'), link('c', 'https://example.org'), img('https://example.org/a.png'), '‸')),
    )
  })
})
