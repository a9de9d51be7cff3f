import type { Path, Span } from '../path.ts'

/** A value of the front matter: what it says, and where it is written, quotes aside. */
export interface MatterValue {
  readonly text: string
  readonly at: Span
  /** The quote around it, if there is one. */
  readonly quote: '"' | "'" | ''
  /** The entries of a list item that is a mapping, `- name: Ann`. */
  readonly fields: ReadonlyMap<string, MatterValue> | null
}

/** How an entry's values are written: behind the key, in brackets, in lines with a dash; or none yet; or what is not read. */
export type MatterForm = 'scalar' | 'flow' | 'list' | 'blank' | 'other'

/** One key of the front matter with what stands under it. */
export interface MatterEntry {
  readonly key: string
  readonly form: MatterForm
  readonly values: readonly MatterValue[]
  /** All of its lines, from the key on, without the last line end. */
  readonly at: Span
  /** What stands behind the colon, blanks and comment aside; empty behind it where nothing does. */
  readonly value: Span
  /** What stands before the dash of its items. */
  readonly indent: string
}

interface SourceLine {
  readonly from: number
  readonly text: string
}

const KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"[\]{}-][^:#]*?))[ \t]*:(?=[ \t]|$)/

/** Reads the lines of front matter. */
export class MatterReader {
  readonly #source: string
  readonly #path: Path
  readonly #lines: readonly SourceLine[]

  constructor(source: string, path: Path) {
    this.#source = source
    this.#path = path
    let from = 0
    this.#lines = source.split('\n').map((text) => {
      const line = { from, text }
      from += text.length + 1
      return line
    })
  }

  entries(): MatterEntry[] {
    const entries: MatterEntry[] = []
    let index = 0
    while (index < this.#lines.length) {
      const end = this.#endOf(index)
      const entry = this.#entry(this.#lines.slice(index, end))
      if (entry !== null) entries.push(entry)
      index = end
    }
    return entries
  }

  /** An entry goes on while lines are indented, or are items, or close a bracket. */
  #endOf(begin: number): number {
    let end = begin + 1
    if (!KEY.test(this.#lines[begin]!.text)) return end
    let last = end
    for (; end < this.#lines.length; end++) {
      const { text } = this.#lines[end]!
      if (/^(?:[ \t]|-(?:[ \t]|$)|[\]}])/.test(text) && text.trim() !== '') last = end + 1
      else if (text.trim() !== '' && !/^[ \t]*#/.test(text)) break
    }
    return last
  }

  #entry(lines: readonly SourceLine[]): MatterEntry | null {
    const [first, ...rest] = lines as [SourceLine, ...SourceLine[]]
    const match = KEY.exec(first.text)
    if (match === null) return null
    const key = (match[1] ?? match[2] ?? match[3])!.trim()
    const last = lines.at(-1)!
    const at = this.#span(first.from, last.from + last.text.length)
    const begin = first.from + match[0].length
    const inline = this.#trim(begin, first.from + uncommented(first.text).length)
    const entry = { key, at, value: inline, indent: '' }
    const written = this.#source.slice(inline.from, inline.to)
    if (written === '') return this.#below(entry, rest)
    if (/^[|>]/.test(written)) return { ...entry, form: 'other', values: [] }
    if (written.startsWith('[')) return this.#flow(entry, inline.from, at.to)
    if (/^[{&*!]/.test(written)) return { ...entry, form: 'other', values: [] }
    const whole = rest.length === 0 ? inline : this.#trim(begin, at.to)
    return { ...entry, value: whole, form: 'scalar', values: [this.#scalar(whole)] }
  }

  /** What stands in the lines below the key. */
  #below(entry: Omit<MatterEntry, 'form' | 'values'>, lines: readonly SourceLine[]): MatterEntry {
    if (lines.length === 0) return { ...entry, form: 'blank', values: [] }
    const dash = /^([ \t]*)-(?:[ \t]|$)/
    const indent = dash.exec(lines[0]!.text)?.[1]
    if (indent === undefined) return { ...entry, form: 'other', values: [] }
    const items: SourceLine[][] = []
    for (const line of lines) {
      if (dash.exec(line.text)?.[1] === indent) items.push([line])
      else items.at(-1)?.push(line)
    }
    return { ...entry, form: 'list', indent, values: items.map((item) => this.#item(item, indent.length + 1)) }
  }

  #item(lines: readonly SourceLine[], begin: number): MatterValue {
    const first = lines[0]!
    const last = lines.at(-1)!
    const isOne = lines.length === 1
    const end = isOne ? first.from + uncommented(first.text).length : last.from + last.text.length
    const value = this.#scalar(this.#trim(first.from + begin, end))
    const fields = new Map<string, MatterValue>()
    for (const [index, { from, text }] of lines.entries()) {
      const skip = index === 0 ? begin : 0
      const blanks = /^[ \t]*/.exec(text.slice(skip))![0].length
      const match = KEY.exec(text.slice(skip + blanks))
      const behind = skip + blanks + (match?.[0].length ?? 0)
      if (match)
        fields.set(
          match[3] ?? match[1] ?? match[2]!,
          this.#scalar(this.#trim(from + behind, from + uncommented(text).length)),
        )
    }
    return value.quote === '' && fields.size > 0 ? { ...value, fields } : value
  }

  /** `[a, "b, c"]`, on one line or several. */
  #flow(entry: Omit<MatterEntry, 'form' | 'values'>, from: number, limit: number): MatterEntry {
    const values: MatterValue[] = []
    let begin = from + 1
    let quote = ''
    for (let at = begin; at < limit; at++) {
      const letter = this.#source[at]!
      if (quote !== '') {
        if (letter === '\\' && quote === '"') at++
        else if (letter === quote) quote = ''
      } else if ((letter === '"' || letter === "'") && this.#source.slice(begin, at).trim() === '') quote = letter
      else if (letter === '[' || letter === '{') break
      else if (letter === ',' || letter === ']') {
        const span = this.#trim(begin, at)
        if (span.to > span.from) values.push(this.#scalar(span))
        begin = at + 1
        if (letter === ']') return { ...entry, form: 'flow', value: this.#span(from, at + 1), values }
      }
    }
    return { ...entry, form: 'other', values: [] }
  }

  #scalar(span: Span): MatterValue {
    const written = this.#source.slice(span.from, span.to)
    const quoted = /^(["'])([\s\S]*)\1$/.exec(written)
    if (quoted === null || written.length < 2)
      return { text: written.replace(/\s*\n\s*/g, ' '), at: span, quote: '', fields: null }
    const inner = quoted[2]!
    const text = quoted[1] === '"' ? inner.replace(/\\(.)/g, '$1') : inner.replaceAll("''", "'")
    return { text, at: this.#span(span.from + 1, span.to - 1), quote: quoted[1] as '"' | "'", fields: null }
  }

  #trim(from: number, to: number): Span {
    let begin = Math.min(from, to)
    let end = to
    while (begin < end && /\s/.test(this.#source[begin]!)) begin++
    while (end > begin && /\s/.test(this.#source[end - 1]!)) end--
    return this.#span(begin, end)
  }

  #span(from: number, to: number): Span {
    return { path: this.#path, from, to }
  }
}

/** A line without its comment: `#` after a blank, outside quotes. */
function uncommented(text: string): string {
  const quoted = /^(?:[^:#]*:)?[ \t]*(?:-[ \t]+)?(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0] ?? ''
  const at = text.slice(quoted.length).search(/(?:^|[ \t])#/)
  return at < 0 ? text : text.slice(0, quoted.length + at)
}
