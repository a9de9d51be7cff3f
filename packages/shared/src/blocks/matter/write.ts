import type { DocJson, RawBlockJson } from '../../document/node.ts'
import type { Change, TextChange } from '../change/change.ts'
import { behind, write } from '../change/inline.ts'
import type { Span } from '../path.ts'
import { type FrontMatter, frontMatterOf, type MatterEntry, type MatterValue } from './front-matter.ts'

/** Sets a key of the front matter, by line: nothing else in it is touched. Makes front matter where there is none. */
export function setMatter(document: DocJson, key: string, value: string): readonly Change[] {
  const matter = frontMatterOf(document)
  if (matter === null) return [{ type: 'insert', path: [0], nodes: [matterWith(`${key}: ${scalar(value)}`)] }]
  const entry = matter.entries.find((each) => each.key === key)
  if (entry === undefined) return [appendLine(matter, `${key}: ${scalar(value)}`)]
  const [first] = entry.values
  if (entry.form === 'scalar' && first !== undefined)
    return [write(first.at, first.quote === '' ? scalar(value) : inQuotes(value, first.quote))]
  if (entry.form === 'blank') return [write(entry.value, spaced(matter, entry.value, scalar(value)))]
  return [write(wholeValue(entry), ` ${scalar(value)}`)]
}

/** A raw block of front matter. */
export function matterWith(source: string): RawBlockJson {
  return { type: 'rawBlock', attrs: { kind: 'yaml' }, content: [{ type: 'text', text: source }] }
}

/** Adds a value to a list, however it is written: in brackets, in lines, or as text with commas. */
export function addMatterValue(matter: FrontMatter, entry: MatterEntry, value: string): TextChange {
  const last = entry.values.at(-1)
  switch (entry.form) {
    case 'list':
      return write(behind(entry.at), `\n${itemLike(entry, value)}`)
    case 'flow':
      if (last === undefined)
        return write({ ...entry.value, from: entry.value.from + 1, to: entry.value.to - 1 }, scalar(value, FLOW))
      return write(behind(outside(last)), `, ${quoted(value, last.quote, FLOW)}`)
    case 'scalar':
      return write(behind(last!.at), `, ${inQuotes(value, last!.quote)}`)
    case 'blank':
    case 'other':
      return write(behind(entry.at), `\n${usualIndent(matter)}- ${scalar(value)}`)
  }
}

/** Removes one value of a list, with its line or its comma. */
export function removeMatterValue(matter: FrontMatter, entry: MatterEntry, value: MatterValue): Change {
  const { source, path } = matter
  const index = entry.values.indexOf(value)
  const whole = outside(value)
  if (entry.form === 'list') {
    const next = entry.values[index + 1]
    const end = next === undefined ? entry.at.to : source.lastIndexOf('\n', outside(next).from)
    return write({ path, from: source.lastIndexOf('\n', whole.from), to: end }, '')
  }
  const before = entry.values[index - 1]
  const after = entry.values[index + 1]
  const from = before === undefined ? whole.from : outside(before).to
  const to = before === undefined && after !== undefined ? outside(after).from : whole.to
  return write({ path, from, to }, '')
}

/** A line at the end, or behind an entry. */
export function appendLine(matter: FrontMatter, line: string, after?: MatterEntry): Change {
  const to = after?.at.to ?? matter.source.trimEnd().length
  return write({ path: matter.path, from: to, to }, to === 0 ? line : `\n${line}`)
}

/** `- name: Ann` where the others are written with fields, else a plain item. */
function itemLike(entry: MatterEntry, value: string): string {
  const last = entry.values.at(-1)
  if (last?.fields?.has('name') === true) return `${entry.indent}- name: ${scalar(value)}`
  return `${entry.indent}- ${quoted(value, last?.quote ?? '')}`
}

function usualIndent({ entries }: FrontMatter): string {
  return entries.find(({ form }) => form === 'list')?.indent ?? ''
}

function spaced({ source }: FrontMatter, { from }: Span, text: string): string {
  return /\s/.test(source[from - 1] ?? ' ') ? text : ` ${text}`
}

function wholeValue({ at, key, value }: MatterEntry): Span {
  return { path: at.path, from: Math.min(value.from, at.from + key.length + 1), to: at.to }
}

/** With its quotes. */
function outside({ at, quote }: MatterValue): Span {
  return { path: at.path, from: at.from - quote.length, to: at.to + quote.length }
}

/** In a list in brackets these part values as well. */
const FLOW = /[,[\]{}]/
const PLAIN = /^[\p{L}\p{N}(/.][^\n]*$/u
const OTHER = /^(?:true|false|null|yes|no|on|off|~|[\d.,:+-]+|0x[\da-f]+)$/i

/** A text as YAML has it, in quotes only where it needs them. */
export function scalar(text: string, never: RegExp | null = null): string {
  const isPlain = PLAIN.test(text) && !OTHER.test(text) && !/:(?:\s|$)|\s#|^\s|\s$/.test(text) && !never?.test(text)
  return isPlain ? text : `"${inQuotes(text, '"')}"`
}

function quoted(text: string, quote: MatterValue['quote'], never: RegExp | null = null): string {
  return quote === '' ? scalar(text, never) : `${quote}${inQuotes(text, quote)}${quote}`
}

/** A text as it stands between such quotes. Without quotes it is as it is: whoever reads it takes all of the line. */
function inQuotes(text: string, quote: MatterValue['quote']): string {
  if (quote === '"') return text.replace(/["\\]/g, '\\$&')
  return quote === "'" ? text.replaceAll("'", "''") : text
}
