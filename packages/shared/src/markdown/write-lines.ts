import type { CodeBlockJson, RawBlockJson } from '../document/node.ts'
import { plainText } from '../document/normal.ts'
import { align } from './align.ts'
import type { Place, Writing } from './writing.ts'
import { newLine, placed } from './writing.ts'

/** Code between fences; a changed line changes that line only. */
export function writeCode(old: CodeBlockJson | undefined, node: CodeBlockJson, place: Place, writing: Writing): string {
  const lines = linesOf(plainText(node.content))
  const patched = old && patchFenced(old, node, lines, place, writing)
  return patched ?? fencedAnew(node, lines, place, writing)
}

/** Raw source as it is. Front matter has its own fences. */
export function writeRaw(old: RawBlockJson | undefined, node: RawBlockJson, place: Place, writing: Writing): string {
  const text = plainText(node.content)
  const isMatter = node.attrs.kind === 'yaml'
  if (old?.attrs.kind === node.attrs.kind) {
    const span = writing.base.source.spanOf(old)
    const whole = span && sourceLines(span.from, span.to, writing)
    const before = linesOf(plainText(old.content))
    const inner = isMatter ? whole?.slice(1, -1) : whole
    if (whole && inner && inner.length === before.length) {
      const body = patchLines(before, inner, linesOf(text), place, writing)
      if (!isMatter) return body
      const end = newLine(place)
      return [whole[0]!, ...(text === '' ? [] : [{ text: body }]), whole.at(-1)!].map((line) => line.text).join(end)
    }
  }
  if (!isMatter) return placed(text.split('\n'), place)
  return placed(['---', ...linesOf(text), '---'], place)
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

interface Line {
  readonly text: string
  /** Where the line itself, without prefix and line end, stands in the source. */
  readonly from?: number
  readonly to?: number
}

/** The lines of a block's source as its container sees them. */
function sourceLines(from: number, to: number, { base: { source } }: Writing): Line[] {
  const lines: Line[] = []
  for (let at = from; ;) {
    const found = /\r\n?|\n/.exec(source.slice(at, to))
    const end = found === null ? to : at + found.index
    lines.push({ text: source.slice(at, end), from: at, to: end })
    if (found === null) return lines
    at = Math.min(to, source.skipMarkers(end + found[0].length))
  }
}

/** New lines in place of old ones: equal lines keep their source and what stood between them. */
function patchLines(
  before: readonly string[],
  old: readonly Line[],
  now: readonly string[],
  place: Place,
  writing: Writing,
): string {
  const { source } = writing.base
  const numbers = new Map<string, number>()
  const numberOf = (line: string): number => {
    const number = numbers.get(line) ?? numbers.size
    numbers.set(line, number)
    return number
  }
  const pairs = align(before.map(numberOf), now.map(numberOf))
  let out = ''
  now.forEach((line, index) => {
    const at = pairs[index]!
    if (index > 0) {
      const isKept = at > 0 && pairs[index - 1] === at - 1
      if (isKept) out += source.slice(old[at - 1]!.to!, old[at]!.from!)
      else out += line === '' ? place.lineEnd + place.prefix.trimEnd() : newLine(place)
    }
    out += at >= 0 ? old[at]!.text : line
  })
  return out
}

function patchFenced(
  old: CodeBlockJson,
  node: CodeBlockJson,
  lines: readonly string[],
  place: Place,
  writing: Writing,
): string | undefined {
  const { source } = writing.base
  const span = source.spanOf(old)
  const whole = span && sourceLines(span.from, span.to, writing)
  const fence = /^(`{3,}|~{3,})/.exec(whole?.[0]?.text ?? '')?.[1]
  const isSameInfo =
    (old.attrs?.language ?? null) === (node.attrs?.language ?? null) &&
    (old.attrs?.meta ?? null) === (node.attrs?.meta ?? null)
  if (!whole || fence === undefined || !isSameInfo || lines.some((line) => line.includes(fence))) return undefined
  const isClosed = whole.length > 1 && whole.at(-1)!.text.trim().startsWith(fence)
  const inner = isClosed ? whole.slice(1, -1) : whole.slice(1)
  const before = linesOf(plainText(old.content))
  if (inner.length !== before.length || inner.some((line, index) => line.text !== before[index])) return undefined
  const body = patchLines(before, inner, lines, place, writing)
  const end = newLine(place)
  const first = lines[0] === '' ? place.lineEnd + place.prefix.trimEnd() : end
  return `${whole[0]!.text}${lines.length > 0 ? first + body : ''}${isClosed ? end + whole.at(-1)!.text : ''}`
}

function fencedAnew(
  node: CodeBlockJson,
  lines: readonly string[],
  place: Place,
  { base: { habits } }: Writing,
): string {
  const info = [node.attrs?.language ?? '', node.attrs?.meta ?? ''].filter((word) => word !== '').join(' ')
  const char = info.includes('`') ? '~' : habits.fence
  const runs = lines.flatMap((line) => line.match(char === '~' ? /~+/g : /`+/g) ?? [])
  const fence = char.repeat(runs.reduce((length, run) => Math.max(length, run.length + 1), 3))
  const escaped = info.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replace(/&(?=[#a-z])|^~/gi, '\\$&')
  return placed([fence + escaped, ...lines, fence], place)
}
