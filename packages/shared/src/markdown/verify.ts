import { attrKey, type Keys } from '../document/keys.ts'
import type { NodeJson } from '../document/node.ts'

/**
 * The nodes of the wanted document that were read back differently, as deep as that can be told, with their neighbours where
 * one has run into the other. Empty when the two are equal.
 */
export function differing(wanted: NodeJson, got: NodeJson, keys: Keys): readonly NodeJson[] {
  if (keys.of(wanted) === keys.of(got)) return []
  const want = childrenOf(wanted)
  const have = childrenOf(got)
  if (wanted.type !== got.type || want.length === 0 || isText(want[0]!) || !hasSameAttrs(wanted, got)) return [wanted]
  let from = 0
  let to = want.length
  let haveTo = have.length
  while (from < to && from < haveTo && keys.of(want[from]!) === keys.of(have[from]!)) from++
  while (to > from && haveTo > from && keys.of(want[to - 1]!) === keys.of(have[haveTo - 1]!)) {
    to--
    haveTo--
  }
  if (to - from === haveTo - from) {
    return want.slice(from, to).flatMap((child, index) => differing(child, have[from + index]!, keys))
  }
  return want.slice(Math.max(0, from - 1), to + 1)
}

function childrenOf(node: NodeJson): readonly NodeJson[] {
  return 'content' in node ? (node.content ?? []) : []
}

function isText(node: NodeJson): boolean {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'image'
}

function hasSameAttrs(a: NodeJson, b: NodeJson): boolean {
  const keyOf = (node: NodeJson): string => attrKey('attrs' in node ? node.attrs : undefined)
  return keyOf(a) === keyOf(b)
}
