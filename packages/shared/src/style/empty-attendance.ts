import { cellOf, itemOf, paragraphOf, rowOf } from '../blocks/attendance/change/nodes.ts'
import { type Named, writeEntry } from '../blocks/people/entry-pattern.ts'
import type { BlockJson, InlineJson, ParagraphJson, TableCellJson } from '../document/node.ts'
import type { HouseStyle, PeopleStyle, TakerStyle } from './house-style.ts'
import { inlineOf } from './markdown-of.ts'

/** The places for people and note taker before anybody has come, in the style's form; with those who are expected. */
export function emptyAttendance({ attendance, noteTaker }: HouseStyle, people: readonly Named[]): readonly BlockJson[] {
  const taker = noteTaker.form === 'line' ? [paragraphOf(inlineOf(noteTaker.label))] : []
  return [...placesFor(attendance, noteTaker, people), ...taker]
}

function placesFor(style: PeopleStyle, noteTaker: TakerStyle, people: readonly Named[]): readonly BlockJson[] {
  const entries = people.map((person) => writeEntry(person, style.entry))
  switch (style.form) {
    case 'list': {
      const items = entries.map((entry) => itemOf(paragraphOf([textOf(entry)])))
      return [items.length === 0 ? { type: 'paragraph' } : { type: 'bulletList', content: items }]
    }
    case 'table': {
      const head = style.columns.map(({ text }) => marked(text))
      const rows = people.map((person) => rowOf(...style.columns.map(({ holds }) => cellOf(valueOf(person, holds)))))
      return [{ type: 'table', content: [rowOf(...head), ...rows] }]
    }
    case 'row': {
      const labels = style.labels.map(({ text }, index) =>
        rowOf(marked(text), cellOf(index === 0 ? entries.join(', ') : '')),
      )
      const last = noteTaker.form === 'row' ? [rowOf(marked(noteTaker.label), cellOf(''))] : []
      return [{ type: 'table', content: [rowOf(cellOf(''), cellOf('')), ...labels, ...last] }]
    }
    case 'commas':
      return behindLabels(style, entries.length === 0 ? [] : [textOf(entries.join(', '))], textOf(' '))
    case 'lines':
      return behindLabels(
        style,
        entries.flatMap((entry, index) => (index === 0 ? [textOf(entry)] : [BREAK, textOf(entry)])),
        BREAK,
      )
    case 'matter':
      return []
  }
}

const BREAK: InlineJson = { type: 'hardBreak' }

/** The names behind the first label; the others wait. */
function behindLabels(
  { labels }: PeopleStyle,
  names: readonly InlineJson[],
  between: InlineJson,
): readonly ParagraphJson[] {
  return labels.map(({ text }, index) => {
    const label = inlineOf(text)
    const behind = index === 0 ? names : []
    return paragraphOf([...label, ...(label.length > 0 && behind.length > 0 ? [between] : []), ...behind])
  })
}

function valueOf(
  { name, initials, handle, affiliation }: Named,
  holds: PeopleStyle['columns'][number]['holds'],
): string {
  switch (holds) {
    case 'name':
      return name
    case 'initials':
      return initials ?? ''
    case 'handle':
      return handle === undefined ? '' : `@${handle}`
    case 'affiliation':
      return affiliation ?? ''
    case 'state':
    case 'other':
      return ''
  }
}

function marked(text: string): TableCellJson {
  const content = inlineOf(text)
  return { type: 'tableCell', ...(content.length > 0 ? { content } : {}) }
}

function textOf(text: string): InlineJson {
  return { type: 'text', text }
}
