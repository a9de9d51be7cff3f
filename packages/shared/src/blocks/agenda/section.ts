import { readOwners } from '../action/owners.ts'
import { type Block, isLinked, isMarked, keyOf, type Line } from '../reading/index.ts'
import { prefixOf } from '../speaker/prefix.ts'
import type { Voices } from '../speaker/voices.ts'
import { withoutNotes } from './notes-behind.ts'
import type { Outline } from './outline.ts'
import { isUmbrella } from './remark.ts'
import { isReviewed } from './reviewed.ts'
import { partsOfSteps, stepsIn } from './steps.ts'
import { topicTable } from './table.ts'
import { type AgendaTitle, isLabel, isNotesTitle, isOtherTitle } from './title.ts'
import { areLinesOfTopics } from './topic-lines.ts'
import { hasTimebox, isPlannedAlone } from './topic.ts'

/** A part of an agenda by its index in the view: a list, a table, the lines of a paragraph from one on, or a heading or paragraph that is a topic. */
export type Part =
  | { readonly kind: 'paragraph'; readonly index: number; readonly list: number | null }
  | { readonly kind: 'list' | 'table'; readonly index: number }
  | { readonly kind: 'lines'; readonly index: number; readonly from: number }
  | { readonly kind: 'heading'; readonly index: number; readonly level: number }

/** Labels stand below headings of every level. */
const LABEL_LEVEL = 7

/** More letters than what introduces a list. */
const PROSE = 240

/** The heading of all notes, where every other may be a topic. */
const IS_NOTES = /^(?:meeting )?(?:notes|minutes)$/

/** Finds the parts of an agenda below what announces it. */
export class Parts {
  readonly #outline: Outline
  readonly #isListed: (line: Line) => boolean
  readonly #voices: Voices

  constructor(outline: Outline, isListed: (line: Line) => boolean, voices: Voices) {
    this.#outline = outline
    this.#isListed = isListed
    this.#voices = voices
  }

  /** The lists that follow a label. What is said among them are notes; behind it, only lists that look planned go on. */
  belowLabel(index: number, title: AgendaTitle): readonly Part[] {
    const paragraphs = title === 'agenda' ? this.#paragraphs(index) : []
    if (paragraphs.length > 0) return paragraphs
    const parts = this.#listsBelowLabel(index, title)
    return parts.length > 0 || title !== 'agenda' ? parts : this.#linesBehind(index)
  }

  #listsBelowLabel(index: number, title: AgendaTitle): readonly Part[] {
    const parts: Part[] = []
    let isInterrupted = false
    for (const at of this.#outline.behind(index)) {
      const block = this.#blockAt(at)
      const { type } = block.node
      if (type === 'rawBlock' || type === 'codeBlock') continue
      if (type === 'heading' || type === 'horizontalRule') break
      const part = this.#partAt(at)
      if (part === null && parts.length === 0) {
        if (type === 'paragraph' && !isAside(block) && (isLabel(block.lines[0]!) || this.#isSaid(block))) break
      } else if (part === null) {
        // A label announces something else.
        if (block.lines.some(isLabel)) break
        isInterrupted = true
      } else if (
        isInterrupted ? this.#goesOn(at, parts[0]!.index, title) : parts.length > 0 || !this.#isSpoken(at, title)
      ) {
        parts.push(part)
      } else {
        break
      }
    }
    return parts
  }

  /** A list behind what was said of the one before: it looks planned, or each item is written like those of the first list. */
  #goesOn(index: number, first: number, title: AgendaTitle): boolean {
    const areReviewed = (at: number): boolean => {
      const lines = this.#outline.firstLines(at)
      return lines.length > 0 && lines.every(isReviewed)
    }
    return this.#isSurelyPlanned(index) || (title === 'agenda' && areReviewed(first) && areReviewed(index))
  }

  /** People listed by handle look planned too, but have neither timebox nor link. */
  #isSurelyPlanned(index: number): boolean {
    return this.#areMost(
      index,
      (line) => hasTimebox(line.text) || (isPlannedAlone(line.text) && line.pieces.some(isLinked)),
    )
  }

  /** A list that begins as if somebody spoke; a handle in front, and in an agenda also a name in brackets, says who brings the topic. */
  #isSpoken(index: number, title: AgendaTitle): boolean {
    const other = title === 'agenda' ? /^\s*[@[]|[:：]\W*$/ : /^\s*@|[:：]\W*$/
    return this.#areMost(
      index,
      (line) => prefixOf(line) !== null && !other.test(line.text) && !isPlannedAlone(line.text),
    )
  }

  #areMost(index: number, holds: (line: Line) => boolean): boolean {
    const lines = this.#outline.firstLines(index)
    return lines.filter(holds).length * 2 > lines.length
  }

  /** The lists and headings of a section, without what else may stand in it. */
  inSection(index: number, title: AgendaTitle, level = this.#outline.levelOf(index)): readonly Part[] {
    const paragraphs = title === 'agenda' && this.#outline.title !== index ? this.#paragraphs(index) : []
    if (paragraphs.length > 0) return paragraphs
    const siblings = [...this.#outline.behind(index)]
    const steps = title === 'agenda' ? stepsIn(this.#outline, siblings, level) : []
    const before = steps.length === 0 ? siblings : siblings.slice(0, siblings.indexOf(steps[0]!))
    const parts = this.#scan(before, title, level)
    if (steps.length > 0 && parts.length === 0) return partsOfSteps(this.#outline, before, steps)
    if (parts.length > 0 || title !== 'agenda') return withoutNotes(parts, this.#outline)
    const lines = this.#outline.title === index ? [] : this.#linesBehind(index)
    return lines.length > 0 ? lines : this.#misplaced(siblings, level)
  }

  /**
   * What stands behind the section of an agenda that has nothing in it, below headings of the same level: `## Announcements`
   * and its like, and whatever has timeboxes and presenters.
   */
  #misplaced(siblings: readonly number[], level: number): readonly Part[] {
    const next = siblings.findIndex((at) => this.#blockAt(at).node.type === 'heading')
    const heading = siblings[next]
    if (heading === undefined || this.#outline.levelOf(heading) !== level) return []
    const { text } = this.#blockAt(heading).lines[0]!
    const untilNotes = next === 0 ? this.#untilNotes(siblings, level) : []
    if (untilNotes.length > 0) return untilNotes
    if (next === 0 && isUmbrella(text)) {
      const part: Part = { kind: 'heading', index: heading, level: level + 1 }
      return this.#scan(siblings.slice(1), 'agenda', level, [part])
    }
    const below = siblings[next + 1]
    if (below === undefined || isOtherTitle(text) || this.#partAt(below)?.kind !== 'list') return []
    return this.#areMost(below, ({ text }) => isPlannedAlone(text))
      ? this.#scan(siblings.slice(next), 'agenda', level - 1)
      : []
  }

  /** The headings of the same level up to `Notes`, none of them of something else; of the lists below them those in a place for others. */
  #untilNotes(siblings: readonly number[], level: number): readonly Part[] {
    const parts: Part[] = []
    let isOpen = false
    for (const at of siblings) {
      const text = this.#blockAt(at).lines[0]?.text ?? ''
      const own = this.#outline.levelOf(at)
      if (own > 0 && own <= level) {
        if (own === level && IS_NOTES.test(keyOf(text))) return parts
        if (own < level || isNotesTitle(text) || isOtherTitle(text)) return []
        parts.push({ kind: 'heading', index: at, level: level + 1 })
      }
      if (own > 0) isOpen = own === level && isUmbrella(text)
      const part = isOpen ? this.#partAt(at) : null
      if (part !== null) parts.push(part)
    }
    return []
  }

  /** `Agenda:` with topics in the next lines of its paragraph. */
  belowFirstLine(index: number): readonly Part[] {
    return this.#areTopics(this.#blockAt(index).lines.slice(1)) ? [{ kind: 'lines', index, from: 1 }] : []
  }

  /** The paragraph right behind what announces the agenda, if each of its lines is a topic. */
  #linesBehind(index: number): readonly Part[] {
    const [next, after] = this.#outline.behind(index)
    const block = next === undefined ? undefined : this.#blockAt(next)
    // Lines over a list introduce it.
    if (after !== undefined && this.#partAt(after) !== null) return []
    if (next === undefined || block?.node.type !== 'paragraph' || block.role !== null) return []
    return this.#areTopics(block.lines) ? [{ kind: 'lines', index: next, from: 0 }] : []
  }

  /**
   * A paragraph for each topic, right behind what announces the agenda: most with timeboxes, and then a list right below one is of
   * what it is about; without timeboxes there is nothing else up to the next heading.
   */
  #paragraphs(index: number): readonly Part[] {
    const parts: Extract<Part, { kind: 'paragraph' }>[] = []
    const lines: Line[] = []
    let hasOthers = false
    for (const at of this.#outline.behind(index)) {
      const block = this.#blockAt(at)
      const last = parts.at(-1)
      if (block.node.type === 'rawBlock') continue
      if (block.node.type === 'heading' || block.node.type === 'horizontalRule') break
      const list = this.#partAt(at)?.kind === 'list' ? at : null
      if (list !== null && last !== undefined && last.list === null) {
        parts[parts.length - 1] = { ...last, list }
        continue
      }
      hasOthers = block.node.type !== 'paragraph' || block.role !== null || block.lines.length > 1
      if (hasOthers) break
      parts.push({ kind: 'paragraph', index: at, list: null })
      lines.push(block.lines[0]!)
    }
    const timed = lines.filter(({ text }) => hasTimebox(text))
    const areTimed = timed.length > 1 && timed.length * 2 > lines.length
    const isPlain = !hasOthers && parts.every(({ list }) => list === null) && this.#areTopics(lines)
    return areTimed || isPlain ? parts : []
  }

  #areTopics(lines: readonly Line[]): boolean {
    const isOther = (line: Line): boolean =>
      isLabel(line) || isFact(line.text) || this.#isListed(line) || this.#isSpeech(line)
    return areLinesOfTopics(lines) && !lines.some(isOther)
  }

  /** The parts among siblings, up to a heading of a level or anything that ends an agenda. */
  #scan(siblings: readonly number[], title: AgendaTitle, level: number, parts: Part[] = []): Part[] {
    let isLabelled = false
    /** The level of a heading or label whose content is no part of the agenda. */
    let besides: number | null = null
    /** How many letters of prose stand below a topic's heading: so many, and the lists behind them are notes. */
    let prose = 0
    for (const at of siblings) {
      const block = this.#blockAt(at)
      const { node } = block
      const text = block.lines[0]?.text ?? ''
      const isInHeadings = parts.some(({ kind }) => kind === 'heading')
      if (node.type === 'heading') {
        prose = 0
        if (isOfTopic(node.attrs.level, text, parts)) {
          besides = Math.min(besides ?? LABEL_LEVEL, node.attrs.level)
          continue
        }
        const isSlip = title === 'agenda' && node.attrs.level === level && isInHeadings && hasTimebox(text)
        if ((node.attrs.level <= level && !isSlip) || (isNotesTitle(text) && !hasTimebox(text))) break
        if (besides !== null && besides < node.attrs.level) continue
        besides = isBesides(text) && !this.#areStepsTopics(at) ? node.attrs.level : null
        // Who came and what is to be done stands behind the agenda, and the notes behind them.
        if (besides !== null && parts.length > 0) break
        if (besides === null) parts.push({ kind: 'heading', index: at, level: isSlip ? level + 1 : node.attrs.level })
      } else if (node.type === 'paragraph' && block.lines.length === 1 && isLabel(block.lines[0]!)) {
        if (isNotesTitle(text) || (parts.length > 0 && !isLabelled && !isInHeadings)) break
        if (besides === null || besides === LABEL_LEVEL) besides = isOtherTitle(text) ? LABEL_LEVEL : null
        isLabelled = true
      } else if (besides === null) {
        if (node.type === 'horizontalRule' && parts.length > 0) break
        if (node.type === 'paragraph' && !isInHeadings && this.#isSaid(block)) break
        if (node.type === 'paragraph' && isInHeadings)
          prose += block.lines.reduce((sum, line) => sum + line.text.length, 0)
        const part = prose < PROSE || this.#areIssues(at, parts.at(-1)) ? this.#partAt(at) : null
        if (part !== null) parts.push(part)
      }
    }
    return parts
  }

  /** Behind long talk of one issue, `* Count the nuts [#12](…)` is the next, where that one was written so, too. */
  #areIssues(index: number, before: Part | undefined): boolean {
    const isIssue = (line: Line): boolean =>
      line.item?.depth === 0 &&
      line.pieces.some((piece) => isLinked(piece) && /#\d+/.test(line.text.slice(piece.from, piece.to)))
    return before?.kind === 'list' && this.#areMost(before.index, isIssue) && this.#areMost(index, isIssue)
  }

  /** `Next steps` within an agenda is a topic like others where there are issues and questions below, and not whose they are. */
  #areStepsTopics(index: number): boolean {
    const [below] = this.#outline.behind(index)
    if (keyOf(this.#blockAt(index).lines[0]!.text) !== 'next steps' || below === undefined) return false
    return this.#areMost(
      below,
      (line) => (line.pieces.some(isLinked) || /\?\W*$/.test(line.text)) && readOwners(line, 0, this.#voices) === null,
    )
  }

  #partAt(index: number): Part | null {
    const block = this.#blockAt(index)
    const { type } = block.node
    if (block.role !== null && block.role !== 'agenda') return null
    if (type === 'table') return topicTable(block) === null ? null : { kind: 'table', index }
    if (type !== 'bulletList' && type !== 'orderedList') return null
    return this.#isAboutMeeting(index) ? null : { kind: 'list', index }
  }

  /** A list of people, or of facts such as `**Where**: …`. */
  #isAboutMeeting(index: number): boolean {
    const lines = this.#outline.firstLines(index)
    const facts = lines.filter((line) => this.#isListed(line) || isFact(line.text))
    return lines.length > 0 && facts.length * 2 >= lines.length
  }

  #isSaid({ lines: [line] }: Block): boolean {
    return line !== undefined && this.#isSpeech(line)
  }

  #isSpeech(line: Line): boolean {
    const prefix = prefixOf(line)
    return prefix !== null && this.#voices.areSpeaking(prefix, false)
  }

  #blockAt(index: number): Block {
    return this.#outline.blocks[index]!
  }
}

/** The heading of something else, or a word to the readers: `Let's keep in touch!` */
function isBesides(text: string): boolean {
  return isOtherTitle(text) || /\s\S+!\s*$/.test(text)
}

/** `#### Discussion` or `#### Decision` below the heading of a topic, which is what was said of it. */
function isOfTopic(level: number, text: string, parts: readonly Part[]): boolean {
  const topic = parts.find((part) => part.kind === 'heading')
  return topic !== undefined && level > topic.level && (isNotesTitle(text) || isOtherTitle(text)) && !hasTimebox(text)
}

/** `_What we want to get through today_`: all in italics, and it announces nothing. */
function isAside({ lines }: Block): boolean {
  const [line] = lines
  if (line === undefined || lines.length > 1 || !isMarked(line, 'italic') || /[:：]\s*$/.test(line.text)) return false
  return line.text.trim().split(/\s+/).length > 2 && !isNotesTitle(line.text) && !isOtherTitle(line.text)
}

function isFact(text: string): boolean {
  const [, label] = /^\s*([^:：]{2,40})[:：]/.exec(text) ?? []
  return label !== undefined && isOtherTitle(label)
}
