import { majority } from '../../blocks/majority.ts'
import type { Path } from '../../blocks/path.ts'
import { type Head, keyOf } from '../../blocks/reading/index.ts'
import type { Section, SectionHead, SectionKind } from '../house-style.ts'
import { mainAttendance } from './attendance.ts'
import { blockAt, type File, headingText, sourceOf } from './file.ts'
import { kindOfWords } from './section-words.ts'
import { titleHeading } from './title-heading.ts'

/** A section of one file. */
export interface SectionPlace {
  readonly kind: SectionKind
  readonly head: SectionHead
  /** What tells it from others of its kind: the words of a heading that is always there. */
  readonly name: string
  /** The top-level block with which it begins; with what it holds where nothing stands over it. */
  readonly index: number
}

/** The parts that the files of the group have, in their order. */
export function inferSections(files: readonly File[]): readonly Section[] {
  const all = files.map((file) => sectionsOf(file))
  const names = [...new Set(all.flatMap((places) => places.map(nameOf)))]
  const kept = names.filter((name) => isUsual(name, all))
  const rank = (name: string): number => {
    const ranks = all.flatMap((places) => {
      const own = places.filter((place) => kept.includes(nameOf(place)))
      const at = own.findIndex((place) => nameOf(place) === name)
      return at < 0 ? [] : [at / own.length]
    })
    return ranks.reduce((sum, each) => sum + each, 0) / ranks.length
  }
  return kept
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => {
      const places = all.flatMap((each) => each.find((place) => nameOf(place) === name) ?? [])
      return { kind: places[0]!.kind, head: majority(places.map(({ head }) => head))!, body: '' }
    })
}

function nameOf({ kind, name }: SectionPlace): string {
  return kind === 'other' ? name : kind
}

/** What half of the files have; a heading that nobody knows the meaning of must stand, once, in most of several. */
function isUsual(name: string, all: readonly (readonly SectionPlace[])[]): boolean {
  const having = all.filter((places) => places.some((place) => nameOf(place) === name))
  const isOther = having.some((places) => places.some((place) => nameOf(place) === name && place.kind === 'other'))
  if (!isOther) return having.length * 2 >= all.length
  const once = having.filter((places) => places.filter((place) => nameOf(place) === name).length === 1)
  return all.length > 1 && once.length >= all.length * 0.6
}

/** The headings, labels and items of a file that stand over a part of it, and what they are over. */
export function sectionsOf(file: File): readonly SectionPlace[] {
  const known = new Map<string, SectionKind>()
  const places: SectionPlace[] = []
  const note = (kind: SectionKind, head: Head | undefined, path: Path): void => {
    const place = head === undefined ? undefined : headOf(file, head)
    if (head !== undefined && place !== undefined) known.set(head.path.join(), kind)
    else places.push({ kind, head: { form: 'none' }, name: kind, index: path[0]! })
  }
  const attendance = mainAttendance(file)
  if (attendance !== undefined && attendance.form !== 'matter') {
    const over = blockAt(file, attendance.carrier.path)?.heads.at(-1)
    const isOver = /^(?:list|table|lines)$/.test(attendance.form) || kindOfWords(over?.key ?? '') === 'attendance'
    note('attendance', isOver && over?.kind !== 'item' ? over : undefined, attendance.carrier.path)
  }
  const agenda = file.found.agendas[0]
  if (agenda !== undefined) {
    const block = blockAt(file, agenda.carrier.path)
    const own = block?.node.type === 'heading' ? headAt(file, block.path) : undefined
    note('agenda', own ?? block?.heads.findLast(({ kind }) => kind !== 'item'), agenda.carrier.path)
  }
  const action = file.found.actions.find(({ form }) => form === 'section')
  if (action !== undefined) note('actions', blockAt(file, action.carrier.path)?.heads.at(-1), action.carrier.path)
  const title = titleHeading(file)?.index
  const seen = new Set<SectionKind>([...known.values(), ...places.map(({ kind }) => kind)])
  for (const head of headsIn(file)) {
    const said = known.get(head.path.join())
    const place = headOf(file, head)
    if (place === undefined || head.path[0] === title) continue
    const words = kindOfWords(head.key)
    const kind = said ?? (words !== undefined && !seen.has(words) ? words : 'other')
    if (kind === 'other' && head.kind !== 'heading') continue
    if (kind !== 'other' && places.some((each) => each.kind === kind)) continue
    places.push({ kind, head: place, name: head.key, index: head.path[0]! })
  }
  return places.sort((a, b) => a.index - b.index)
}

/** Every heading, and what else stands over something, in their order. */
function headsIn({ view }: File): readonly Head[] {
  const heads = new Map<string, Head>()
  for (const block of view.blocks) {
    if (block.node.type === 'heading' && block.path.length === 1 && block.lines[0] !== undefined) {
      const text = block.lines[0].text.trim()
      heads.set(block.path.join(), {
        kind: 'heading',
        level: block.node.attrs.level,
        text,
        key: keyOf(text),
        path: block.path,
      })
    }
    for (const head of block.heads) if (head.kind !== 'heading') heads.set(head.path.join(), head)
  }
  return [...heads.values()]
}

function headAt(file: File, path: Path): Head | undefined {
  return headsIn(file).find((head) => head.path.join() === path.join())
}

/** How a head is written; undefined for one that is no section's, such as a label in the middle of a paragraph. */
function headOf(file: File, head: Head): SectionHead | undefined {
  const block = blockAt(file, head.path)
  if (block === undefined) return undefined
  const { node } = block
  if (node.type === 'heading') return { form: 'heading', level: node.attrs.level, text: headingText(node) }
  if (block.lines.length !== 1) return undefined
  return { form: head.path.length === 1 ? 'label' : 'item', text: sourceOf(node) }
}
