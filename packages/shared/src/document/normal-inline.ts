import { MARK_ORDER } from './mark-order.ts'
import type { InlineJson, MarkJson, MarkName, TextJson } from './node.ts'
import { endWithout } from './trim.ts'

/** What a text block can hold: lines (a paragraph), one line (a heading), or one line between pipes (a cell). */
export type Hold = 'lines' | 'line' | 'cell'

const BLANKS = ' \t'
const WHITE = ' \t\n'
/** Line ends with the white space around them; a run of blanks is looked at once, from its first. */
const LINE_ENDS = /(?<![ \t])[ \t]*\n[ \t\n]*/g

/** `<br>` is how GFM files break a line in a cell, where no Markdown can. */
const CELL_BREAK: TextJson = { type: 'text', text: '<br>', marks: [{ type: 'raw' }] }
const EDGE_MARKS: readonly MarkName[] = ['link', 'bold', 'italic', 'strike']

/**
 * The inline content that Markdown gives back: no blanks at line ends, no breaks at the edges of the block, no white space at
 * the inner edge of bold, italic or strike, no empty marks, neighbours with equal marks joined.
 */
export function normalInline(content: readonly InlineJson[], hold: Hold): InlineJson[] {
  return joined(withoutMarkedEdges(trimmed(content.flatMap((node) => fitted(node, hold)))))
}

/** Line ends as `\n`, and U+0000 as U+FFFD, which is what CommonMark makes of it. */
export function cleanText(text: string): string {
  return /[\r\0]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD') : text
}

/** Raw source without the indent it begins with and the empty lines behind it. */
export function trimRaw(text: string): string {
  const begin = /^[ \t\n]*/.exec(text)![0].length
  const end = text.indexOf('\n', endWithout(text, WHITE))
  return end < begin ? text.slice(begin) : text.slice(begin, end)
}

export function hasMark(node: InlineJson, name: MarkName): boolean {
  return node.type === 'text' && node.marks !== undefined && node.marks.some((mark) => mark.type === name)
}

export function sameMark(a: MarkJson, b: MarkJson): boolean {
  if (a.type !== 'link' || b.type !== 'link') return a.type === b.type
  const reference = (a.attrs.reference ?? null) === (b.attrs.reference ?? null)
  return reference && a.attrs.href === b.attrs.href && (a.attrs.title ?? null) === (b.attrs.title ?? null)
}

function sameMarks(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => sameMark(mark, b[index]!))
}

/** Text with these marks; no `marks` at all when there are none. */
export function textOf(text: string, marks: readonly MarkJson[] = []): TextJson {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

function fitted(node: InlineJson, hold: Hold): InlineJson[] {
  switch (node.type) {
    case 'hardBreak':
      if (hold === 'lines') return [node]
      return [hold === 'cell' ? CELL_BREAK : { type: 'text', text: ' ' }]
    case 'image': {
      const { src, alt = '', title = null } = node.attrs
      return [
        {
          type: 'image',
          attrs: { src: cleanText(src), alt: withoutLineEnds(alt), title: withoutLineEnds(title ?? '') || null },
        },
      ]
    }
    case 'text': {
      const marks = ordered(node.marks ?? [])
      let text = cleanText(node.text)
      if (marks.some((mark) => mark.type === 'code')) text = text.replaceAll('\n', ' ')
      else if (text.includes('\n')) text = text.replace(LINE_ENDS, hold === 'lines' ? '\n' : ' ')
      if (hold === 'cell') return cellText(text, marks)
      return [textOf(text, marks)]
    }
  }
}

/** In a cell raw source must have its pipes escaped, and code cannot hold a backslash before a pipe. */
function cellText(text: string, marks: readonly MarkJson[]): InlineJson[] {
  if (marks.some((mark) => mark.type === 'raw')) return [textOf(text.replace(/(?<!\\)\|/g, '\\|'), marks)]
  if (!text.includes('\\|') || !marks.some((mark) => mark.type === 'code')) return [textOf(text, marks)]
  const plain = marks.filter((mark) => mark.type !== 'code')
  return [textOf(text, plain)]
}

function ordered(marks: readonly MarkJson[]): readonly MarkJson[] {
  if (marks.length === 0) return marks
  const isCode = marks.some((mark) => mark.type === 'code')
  return MARK_ORDER.flatMap((name) => {
    const mark = marks.find((each) => each.type === name)
    if (mark === undefined || (name === 'raw' && isCode)) return []
    return [mark.type === 'link' ? linkOf(mark.attrs) : mark]
  })
}

function linkOf(attrs: { href: string; title?: string | null; reference?: string | null }): MarkJson {
  const { href, title = null, reference = null } = attrs
  return { type: 'link', attrs: { href: cleanText(href), title: withoutLineEnds(title ?? '') || null, reference } }
}

function withoutLineEnds(text: string): string {
  return cleanText(text).replace(LINE_ENDS, ' ')
}

/** White space and breaks at the ends of lines and of the block are how the source looks, not content. */
function trimmed(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = []
  for (const node of nodes) {
    if (node.type !== 'text') {
      if (node.type === 'hardBreak') {
        trimEnd(out, WHITE)
        if (out.length === 0) continue
      }
      out.push(node)
    } else if (isVerbatim(node)) {
      if (node.text !== '') out.push(node)
    } else {
      let { text } = node
      if (/^[ \t]*\n/.test(text)) trimEnd(out, BLANKS)
      if (startsLine(out.at(-1))) text = text.replace(/^[ \t\n]+/, '')
      if (text !== '') out.push(text === node.text ? node : { ...node, text })
    }
  }
  do trimEnd(out, WHITE)
  while (out.at(-1)?.type === 'hardBreak' && out.pop() !== undefined)
  return out
}

function startsLine(before: InlineJson | undefined): boolean {
  if (before === undefined || before.type === 'hardBreak') return true
  return before.type === 'text' && !isVerbatim(before) && before.text.endsWith('\n')
}

function trimEnd(out: InlineJson[], white: string): void {
  for (let last = out.at(-1); last?.type === 'text' && !isVerbatim(last); last = out.at(-1)) {
    const text = last.text.slice(0, endWithout(last.text, white))
    if (text === last.text) return
    out.pop()
    if (text !== '') {
      out.push({ ...last, text })
      return
    }
  }
}

/** Code and raw source: their blanks are content. */
function isVerbatim(node: InlineJson): boolean {
  return hasMark(node, 'code') || hasMark(node, 'raw')
}

function withoutMarkedEdges(nodes: InlineJson[]): InlineJson[] {
  let out = nodes
  for (const name of EDGE_MARKS) {
    if (out.some((node) => hasMark(node, name))) out = withoutMarkedEdge(out, name)
  }
  return out
}

/** White space at both ends of each run with this mark loses the mark. */
function withoutMarkedEdge(nodes: readonly InlineJson[], name: MarkName): InlineJson[] {
  const out: InlineJson[] = []
  for (let start = 0; start < nodes.length;) {
    const mark = markIn(nodes[start]!, name)
    let end = start
    if (mark === undefined) {
      out.push(nodes[start++]!)
      continue
    }
    while (end < nodes.length && isIn(nodes[end]!, mark)) end++
    const run = nodes.slice(start, end) as TextJson[]
    const head = edgeOf(run, name, 'start')
    const tail = edgeOf(run, name, 'end')
    for (const node of [...head, ...run.filter(({ text }) => text !== ''), ...tail]) out.push(node)
    start = end
  }
  return out
}

/** Takes the white space off one end of the run, in place, and gives it back without the mark. */
function edgeOf(run: TextJson[], name: MarkName, end: 'start' | 'end'): TextJson[] {
  const edge: TextJson[] = []
  for (let step = 0; step < run.length; step++) {
    const index = end === 'start' ? step : run.length - 1 - step
    const node = run[index]!
    const rest = end === 'start' ? node.text.trimStart() : node.text.trimEnd()
    if (isVerbatim(node) || rest === node.text) break
    const blank = end === 'start' ? node.text.slice(0, -rest.length || undefined) : node.text.slice(rest.length)
    edge.push(
      textOf(
        blank,
        node.marks?.filter((mark) => mark.type !== name),
      ),
    )
    run[index] = { ...node, text: rest }
    if (rest !== '') break
  }
  return end === 'start' ? edge : edge.toReversed()
}

function markIn(node: InlineJson, name: MarkName): MarkJson | undefined {
  return node.type === 'text' ? node.marks?.find((mark) => mark.type === name) : undefined
}

function isIn(node: InlineJson, mark: MarkJson): boolean {
  const own = markIn(node, mark.type)
  return own !== undefined && sameMark(own, mark)
}

function joined(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last.marks, node.marks)) {
      out[out.length - 1] = { ...last, text: last.text + node.text }
    } else out.push(node)
  }
  return out
}
