import { describe, expect, test } from 'vitest'

import type { BlockJson, DocJson } from '../document/node.ts'
import { sameMinutes } from '../document/normal.ts'
import { minutesSchema } from '../document/schema.ts'
import { edit } from '../testing/edits.ts'
import { Random, SEED } from '../testing/random.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { settle } from './settle.ts'

const OPEN = '# Session\n\n```markdown\n## Next steps\n* Ada will write.\n'
const CODE: BlockJson = { type: 'codeBlock', content: [{ type: 'text', text: 'go' }] }

describe('a fence of Markdown that nothing closes', () => {
  test('is raw source, and what follows it is Markdown', () => {
    expect(outline(OPEN)).toEqual(['heading', 'fence ```markdown', 'heading', 'bulletList'])
    expect(outline('text\n  ```` MD\ntext')).toEqual(['paragraph', 'fence ```` MD', 'paragraph'])
    expect(outline('- item\n```md\n- item')).toEqual(['bulletList', 'fence ```md', 'bulletList'])
    expect(outline('```markdown\r\none\r\n```markdown\r\ntwo')).toEqual([
      'fence ```markdown',
      'paragraph',
      'fence ```markdown',
      'paragraph',
    ])
  })

  test.each([
    ['is closed', '```markdown\n# A\n```\n'],
    ['is closed by a line with more backticks', '```md\n# A\n`````\n'],
    ['might be closed by a line in a list', '```md\n- # A\n    ```\n'],
    ['says another language', '```js\n# A\n'],
    ['says more than the language', '```markdown title\n# A\n'],
    ['says nothing', '```\n# A\n'],
    ['is of tildes', '~~~markdown\n# A\n'],
    ['stands in other code', '~~~\n```markdown\n~~~\n'],
  ])('is code where it %s', (_, text) => {
    expect(outline(text)).toEqual(['codeBlock'])
  })

  test('is code where it stands in a list item or a quote', () => {
    expect(outline('- ```markdown\n  # A\n')).toEqual(['bulletList'])
    expect(JSON.stringify(parse('- a\n  ```markdown\n  # A\n'))).toContain('"codeBlock"')
    expect(JSON.stringify(parse('> ```markdown\n> # A\n'))).toContain('"codeBlock"')
  })

  test('stays as it is when something else is edited', () => {
    expect(print(parse(OPEN), { base: OPEN }).way).toBe('same')
    expect(edited(OPEN, (text) => text.replace('Ada', 'Bob'))).toBe(OPEN.replace('Ada', 'Bob'))
    expect(edited(OPEN, (text) => text.replace('Next', 'Last'))).toBe(OPEN.replace('Next', 'Last'))
    expect(edited(OPEN, (text) => text.replace('Session', 'Meeting'))).toBe(OPEN.replace('Session', 'Meeting'))
  })

  test('is not closed by new code before or behind it', () => {
    expect(put(1, CODE)).toMatchObject({ text: OPEN.replace('\n\n', '\n\n~~~\ngo\n~~~\n\n'), losses: [] })
    expect(put(3, CODE)).toMatchObject({ text: OPEN.replace('* ', '~~~\ngo\n~~~\n* '), losses: [] })
  })

  test('is not closed by code that moved behind it', () => {
    const text = '```\ngo\n```\n\n```markdown\nAda\n'
    const { content } = parse(text)
    const moved = print({ type: 'doc', content: [...content.slice(1), ...content.slice(0, 1)] }, { base: text })
    expect(moved).toMatchObject({ text: '```markdown\n\nAda\n\n~~~\ngo\n~~~\n', exact: true, losses: [] })
  })

  test('gets more backticks than a line that would close it, and that is told', () => {
    const printed = put(4, { ...CODE, content: [{ type: 'text', text: 'a\n```\nb' }] })
    expect(printed).toMatchObject({ exact: true, losses: [expect.stringContaining('more backticks')] })
    expect(printed.text).toBe(`${OPEN.replace('```', '````')}\n~~~\na\n\`\`\`\nb\n~~~\n`)
  })

  test('keeps the laws under any edits, also where lines look like a list with a fence', () => {
    const random = new Random(SEED)
    for (let round = 0; round < 60; round++) {
      const { name, document } = edit(parse(OPEN), minutesSchema(), random)
      const printed = print(document, { base: OPEN })
      const isSame = sameMinutes(parse(printed.text), settle(document).document)
      expect({ name, isSame, exact: printed.exact }).toEqual({ name, isSame: true, exact: true })
    }
    expect(put(3, { ...CODE, content: [{ type: 'text', text: 'a\n-     ```\nb' }] })).toMatchObject({ exact: true })
  })

  test('becomes code when it is put into a list item', () => {
    const fence: BlockJson = { type: 'rawBlock', attrs: { kind: 'fence' }, content: [{ type: 'text', text: '```md' }] }
    const item: BlockJson = { type: 'bulletList', content: [{ type: 'listItem', content: [fence] }] }
    expect(print({ type: 'doc', content: [item] })).toMatchObject({ text: '- ```md\n  ```\n', exact: true })
  })

  test('is looked for in a time that grows with the text', () => {
    expect(parse('```md\n'.repeat(20_000)).content).toHaveLength(20_000)
  })
})

function outline(text: string): string[] {
  return parse(text).content.map((block) =>
    block.type === 'rawBlock' ? `${block.attrs.kind} ${block.content?.[0]?.text ?? ''}` : block.type,
  )
}

function edited(text: string, edit: (json: string) => string): string {
  return print(JSON.parse(edit(JSON.stringify(parse(text)))) as DocJson, { base: text }).text
}

function put(index: number, block: BlockJson): ReturnType<typeof print> {
  return print({ type: 'doc', content: parse(OPEN).content.toSpliced(index, 0, block) }, { base: OPEN })
}
