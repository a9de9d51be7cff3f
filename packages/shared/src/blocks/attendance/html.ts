import type { Path } from '../path.ts'
import type { Passage } from '../people/passage.ts'
import { type People, readEntries, readSeries } from '../people/people.ts'
import { type Block, type Element, elementsIn, type Head, keyOf, type View } from '../reading/index.ts'
import type { Attendance } from './attendance.ts'
import { attendanceOf, carrierOf, isConvincing } from './found.ts'
import { type HeadSense, senseOf, senseOfHeads } from './heads.ts'

const LABEL_LEVEL = 7

/** People in minutes that are written in HTML: items below a heading, or what stands behind a label. */
export function readHtml(view: View): readonly Attendance[] {
  const reader = new Reader()
  for (const block of view.blocks) reader.read(block)
  return reader.found()
}

class Reader {
  readonly #found: Attendance[] = []
  #heads: readonly Head[] = []
  /** The Markdown around the HTML. */
  #around: readonly Head[] = []
  /** Items that are one list, though blank lines may part them into several blocks. */
  #items: { readonly block: Block; readonly sense: HeadSense; readonly passages: Passage[] } | null = null

  read(block: Block): void {
    const { node, heads } = block
    if (block.role !== null && block.role !== 'attendance') return
    if (node.type !== 'rawBlock' || node.attrs.kind !== 'html') {
      this.#end()
      return
    }
    if (heads.at(-1)?.path.join() !== this.#around.at(-1)?.path.join()) {
      this.#heads = []
      this.#around = heads
    }
    for (const element of elementsIn(node)) this.#element(block, element)
  }

  found(): readonly Attendance[] {
    this.#end()
    return this.#found
  }

  #element(block: Block, element: Element): void {
    const { tag, text } = element
    const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : LABEL_LEVEL
    switch (tag) {
      case 'li':
        this.#item(block, element)
        return
      case 'dd':
        this.#series(block, passageOf(block.path, element), this.#sense())
        return
      case 'p': {
        const colon = text.search(/[:：]/)
        const passage = passageOf(block.path, element, colon + 1)
        if (colon > 0) this.#series(block, passage, senseOf(text.slice(0, colon)))
        return
      }
      default:
        this.#end()
        this.#heads = [...this.#heads.filter((head) => head.level < level), headOf(text, level, block.path)]
    }
  }

  #sense(): HeadSense | null {
    return senseOfHeads(this.#heads.length === 0 ? this.#around : [...this.#around, ...this.#heads])
  }

  #item(block: Block, element: Element): void {
    const sense = this.#items?.sense ?? this.#sense()
    if (sense?.strength !== 'sure') return
    this.#items ??= { block, sense, passages: [] }
    this.#items.passages.push(passageOf(block.path, element))
  }

  #series(block: Block, passage: Passage, sense: HeadSense | null): void {
    this.#end()
    if (sense?.strength !== 'sure') return
    const people = readSeries(passage, sense.state)
    const end = { path: passage.path, from: passage.from, to: passage.from + passage.text.length }
    this.#add(block, 'commas', people, sense, end)
  }

  #end(): void {
    const items = this.#items
    this.#items = null
    if (items === null) return
    this.#add(items.block, 'html', readEntries(items.passages, items.sense.state), items.sense, null)
  }

  #add(block: Block, form: 'html' | 'commas', people: People, sense: HeadSense, end: Attendance['end']): void {
    if (isConvincing(people, sense.strength, false))
      this.#found.push(attendanceOf(carrierOf(block), form, sense.state, people, end))
  }
}

function passageOf(path: Path, { from, text }: Element, begin = 0): Passage {
  return { path, from: from + begin, text: text.slice(begin), pieces: [] }
}

function headOf(text: string, level: number, path: Path): Head {
  const words = text.replace(/\s+/g, ' ').trim()
  return { kind: level === LABEL_LEVEL ? 'label' : 'heading', level, text: words, key: keyOf(words), path }
}
