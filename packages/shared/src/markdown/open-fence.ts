import type { gfm } from 'micromark-extension-gfm'

import type { BlockJson, InlineJson, NodeJson, RawBlockJson } from '../document/node.ts'
import { plainText } from '../document/normal.ts'

/*
 * Some generated minutes hand over their Markdown as a block of code, ```` ```markdown ````, and never close it. CommonMark then
 * has all that follows for code; here the line is raw source of the kind `fence`, and what follows is what it says. Any other
 * fence is code, closed or not.
 */

/** What containers begin a line with; behind it nothing but backticks, or such a fence. */
const LEAD = String.raw`(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*`
const FENCE = new RegExp(`(?<=^|[\\r\\n])(${LEAD})(\`{3,})[ \\t]*(markdown|md)?[ \\t]*(?=[\\r\\n]|$)`, 'gi')
const CLOSER = new RegExp(`\\n${LEAD}(\`{3,})[ \\t]*(?=\\n)`, 'g')

/** Where in a text its open fences of Markdown are, in the case that they stand in no container. */
function openFences(text: string): ReadonlySet<number> {
  const open = new Set<number>()
  if (!/`{3}[ \t]*m/i.test(text)) return open
  let longest = 0
  for (const { 1: lead = '', 2: ticks = '', 3: info, index } of [...text.matchAll(FENCE)].toReversed()) {
    if (info === undefined) longest = Math.max(longest, ticks.length)
    else if (ticks.length > longest && /^ {0,3}$/.test(lead)) open.add(index + lead.length)
  }
  return open
}

/** The syntax of this text's open fences, which the tree has as HTML. */
export function openFenceSyntax(text: string): ReturnType<typeof gfm> {
  const open = openFences(text)
  if (open.size === 0) return {}
  return {
    flow: {
      96: {
        name: 'openFence',
        tokenize(effects, ok, nok) {
          const { offset, column } = this.now()
          const before = this.events.at(-1)?.[1]
          const indent = before?.type === 'linePrefix' ? before.end.offset - before.start.offset : 0
          const isOpen = open.has(offset) && column === 1 + indent
          return function start(code) {
            if (!isOpen) return nok(code)
            effects.enter('htmlFlow')
            effects.enter('htmlFlowData')
            return (function inside(next) {
              // The end of the text, or of the line.
              if (next !== null && next > -3) {
                effects.consume(next)
                return inside
              }
              effects.exit('htmlFlowData')
              effects.exit('htmlFlow')
              return ok(next)
            })(code)
          }
        },
      },
    },
  }
}

/** The kind of raw source that HTML in the tree is. */
export function kindOfHtml(source: string): string {
  return source.startsWith('`') ? 'fence' : 'html'
}

export function isOpenFence(block: BlockJson): block is RawBlockJson {
  return block.type === 'rawBlock' && block.attrs.kind === 'fence'
}

/** What such a fence is within a quote or a list item. */
export function closedFence(fence: RawBlockJson): BlockJson {
  return { type: 'codeBlock', attrs: { language: plainText(fence.content).replace(/^`+[ \t]*/, '') } }
}

/** The blocks of a document with each open fence longer than whatever lines behind it would close it. */
export function keptOpen(blocks: readonly BlockJson[]): readonly BlockJson[] {
  if (!blocks.some(isOpenFence)) return blocks
  let isLonger = false
  let longest = 0
  const kept = blocks.toReversed().map((block) => {
    longest = Math.max(longest, longestCloser(block))
    const open = isOpenFence(block) ? longerThan(longest, block) : block
    isLonger ||= open !== block
    return open
  })
  return isLonger ? kept.toReversed() : blocks
}

function longerThan(length: number, fence: RawBlockJson): RawBlockJson {
  const text = plainText(fence.content)
  const ticks = /^`+/.exec(text)?.[0] ?? ''
  if (ticks.length > length) return fence
  return { ...fence, content: [{ type: 'text', text: '`'.repeat(length + 1) + text.slice(ticks.length) }] }
}

/** The most backticks on a line of their own in code or raw source; in text they are escaped, and code itself is fenced otherwise. */
function longestCloser(node: BlockJson | NodeJson): number {
  if (node.type === 'codeBlock' || node.type === 'rawBlock') return longestIn(`\n${plainText(node.content)}\n`)
  if (node.type === 'text') return isRawText(node) ? longestIn(node.text) : 0
  const children = 'content' in node ? ((node.content ?? []) as readonly NodeJson[]) : []
  return children.reduce((longest, child) => Math.max(longest, longestCloser(child)), 0)
}

function isRawText(node: InlineJson): boolean {
  return node.type === 'text' && (node.marks ?? []).some((mark) => mark.type === 'raw')
}

function longestIn(text: string): number {
  const lengths = Array.from(text.matchAll(CLOSER), ([, ticks]) => ticks!.length)
  return lengths.reduce((longest, length) => Math.max(longest, length), 0)
}
