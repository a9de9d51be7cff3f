import type { MarkJson, NodeJson } from './node.ts'

/**
 * Gives equal content the same number, bottom up, so that comparing and aligning two documents costs one pass over each. How
 * a list is spaced and how a link's reference is spelt is how the source looks, and the identity of a block is not in the
 * source at all: none of these counts. Expects normal form.
 */
export class Keys {
  readonly #numbers = new Map<string, number>()
  readonly #known = new WeakMap<object, number>()
  readonly #base: Keys | undefined

  /** With a base its numbers are shared, but nothing is added to it. */
  constructor(base?: Keys) {
    this.#base = base
  }

  of(node: NodeJson): number {
    const known = this.#known.get(node) ?? this.#base?.known(node)
    if (known !== undefined) return known
    const number = this.text(this.#describe(node))
    this.#known.set(node, number)
    return number
  }

  /** The number of any text, in the same space. */
  text(text: string): number {
    const known = this.#numbers.get(text) ?? this.#base?.numberOf(text)
    if (known !== undefined) return known
    const number = this.size
    this.#numbers.set(text, number)
    return number
  }

  get size(): number {
    return this.#numbers.size + (this.#base?.size ?? 0)
  }

  known(node: NodeJson): number | undefined {
    return this.#known.get(node)
  }

  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  #describe(node: NodeJson): string {
    if (node.type === 'text') return `text ${markKey(node.marks ?? [])} ${node.text}`
    const children = 'content' in node ? (node.content ?? []) : []
    const inner = children.map((child) => this.of(child as NodeJson)).join(' ')
    return `${node.type} ${attrKey('attrs' in node ? node.attrs : undefined)} ${inner}`
  }
}

/** The marks as one string: equal for equal marks. */
export function markKey(marks: readonly MarkJson[]): string {
  return marks.map((mark) => (mark.type === 'link' ? linkKey(mark.attrs) : mark.type)).join(',')
}

function linkKey({
  href,
  title,
  reference,
}: {
  href: string
  title?: string | null
  reference?: string | null
}): string {
  return JSON.stringify([href, title ?? null, (reference ?? null) === null])
}

const UNCOUNTED: ReadonlySet<string> = new Set(['spread', 'id', 'role'])

/** A node's attributes as one string, as far as they count. */
export function attrKey(attrs: object | undefined): string {
  if (attrs === undefined) return ''
  const entries = Object.entries(attrs).filter(([name, value]) => !UNCOUNTED.has(name) && (value ?? null) !== null)
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
