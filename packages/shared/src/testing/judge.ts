import { spawnSync } from 'node:child_process'

/** An outside judge of what a text means: cmark-gfm, GitHub's own renderer, which shares no code with ours. */

const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => ['-e', name])

export const HAS_JUDGE = spawnSync('cmark-gfm', ['--version']).status === 0

/**
 * The tree that cmark-gfm reads, as one string. How it is split into text nodes, where lines are wrapped and how marks that
 * begin together nest are not told apart. Front matter, which cmark does not know, stands before it.
 */
export function judged(text: string): string {
  const [, matter = '', body = ''] =
    /^(?:\uFEFF)?(---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$))?([\s\S]*)$/.exec(text) ?? []
  const { status, stdout, stderr } = spawnSync('cmark-gfm', [...EXTENSIONS, '--unsafe', '--to', 'xml'], {
    input: body,
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`cmark-gfm failed: ${stderr.toString()}`)
  return `${matter.trim().replaceAll('\r', '')}${flat(stdout.toString())}`
}

/** Inline marks become a property of the text in them. */
function flat(xml: string): string {
  const marks: string[] = []
  const out: string[] = []
  let before = ''
  const tokens = xml.slice(xml.indexOf('<document')).replace(/<softbreak \/>/g, '<text xml:space="preserve"> </text>')
  for (const [, closing, name = '', attrs = '', single, text] of tokens.matchAll(
    /<(\/)?([a-z_]+)((?:\s[\w:]+="[^"]*")*)\s*(\/)?>|([^<]+)/g,
  )) {
    if (/^(?:emph|strong|strikethrough|link)$/.test(name)) {
      if (closing === undefined) marks.push(`${name}${attrs}`)
      else marks.pop()
    } else if (text !== undefined) {
      if (!/^\n\s*$/.test(text)) out.push(text.replace(/\s+/g, ' '))
    } else if (name === 'text') {
      const now = [...new Set(marks)].sort().join(' ')
      if (closing === undefined && now !== before) out.push(`{${now}}`)
      before = now
    } else {
      before = ''
      out.push(
        `<${closing ?? ''}${name}${attrs.replace(/ xml:space="preserve"| xmlns="[^"]*"| delim="[^"]*"/g, '')}${single ?? ''}>`,
      )
    }
  }
  return (
    out
      .join('')
      .replace(/\s+/g, ' ')
      .replace(/ ?(\{[^}]*\}) ?/g, ' $1 ')
      .replace(/(?: ?\{\})? ?(<[^>]*>) ?/g, '$1')
      // What only keeps two lists apart is nothing.
      .replaceAll('<html_block>&lt;!-- --&gt;</html_block>', '')
  )
}

/** What is between the common head and the common tail of two strings. */
export function middles(a: string, b: string): [string, string] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
}
