import type { Claims, Context } from '../context.ts'
import { samePath } from '../path.ts'
import type { Head, Line, View } from '../reading/index.ts'
import { speakingIn, type Voices } from '../speaker/voices.ts'
import { type Asked, askedAbove, askedAt, askedOver, isHeadline, isPollish, isStillAsked } from './asked.ts'
import { tallyByNumber } from './by-number.ts'
import { isCalledAt } from './call.ts'
import { tallyAt } from './lines.ts'
import { readOutcome, tellsOfMotion } from './outcome.ts'
import type { Poll } from './poll.ts'
import { motionAt, toldVote } from './question.ts'
import { pollOf } from './read.ts'
import { type Step, stepsOf } from './steps.ts'
import { talliesInTable } from './table.ts'
import type { Tally } from './tally.ts'

/** The questions that were put to the group, with or without counts, and the counts whose question is not said. */
export function recognisePolls({ view, roster, claims }: Context): readonly Poll[] {
  return new Reader(view, claims, speakingIn(view, roster).voices).read()
}

/** Who moved and who seconded it stands between a motion and what came of it. */
const SOON = 6

class Reader {
  readonly #steps: readonly Step[]
  readonly #claims: Claims
  readonly #names: Voices
  readonly #title: Head['path'] | undefined
  readonly #polls: Poll[] = []
  readonly #taken = new Set<Line>()
  /** A question that waits for its counts. */
  #open: Asked | null = null
  /** A motion, of which it is not sure that it is voted on. */
  #moved: Asked | null = null
  /** The marked question that was counted last: another committee may have counted too. */
  #counted: Asked | null = null

  constructor(view: View, claims: Claims, names: Voices) {
    this.#steps = stepsOf(view)
    this.#claims = claims
    this.#names = names
    this.#title = view.lines.find(({ node }) => node.type === 'heading')?.path
  }

  read(): readonly Poll[] {
    for (let at = 0; at < this.#steps.length;) at = this.#step(at)
    this.#close()
    return this.#polls
  }

  /** Reads what begins at this step and gives the next one to read. */
  #step(at: number): number {
    const step = this.#steps[at]!
    switch (step.kind) {
      case 'line':
        return this.#line(step.line, at)
      case 'table': {
        const { role } = step.block
        if (role === null || role === 'poll') {
          const tallies = talliesInTable(step.block, role === 'poll' || this.#isOpenAt(at))
          for (const tally of tallies) this.#count(tally, at, at + 1)
        }
        return at + 1
      }
      case 'html':
      case 'gap':
        return at + 1
    }
  }

  #line(line: Line, at: number): number {
    if (this.#open !== null && !isStillAsked(this.#open.question, line)) this.#close()
    if (this.#moved !== null && !isStillAsked(this.#moved.question, line)) this.#moved = null
    if (this.#counted !== null && !isStillAsked(this.#counted.question, line)) this.#counted = null
    if (line.role !== null && line.role !== 'poll') return at + 1
    const asked =
      askedAt(this.#steps, at, this.#names, line.role === 'poll') ?? this.#toldAt(line, at) ?? this.#overAt(at)
    if (asked !== null) {
      this.#pass(asked)
      this.#moved = null
      this.#open = asked
    }
    const motion = asked === null ? motionAt(line) : null
    if (motion !== null) this.#moved = { question: motion, first: at, last: at }
    // Counts may stand in the question's own line.
    const own = asked === null ? null : tallyAt(this.#steps, at, false)
    if (own !== null) {
      this.#count(own, at, at + 1)
      return asked!.last + 1
    }
    if (asked !== null) return asked.last + 1
    if (line.node.type === 'heading') return at + 1
    const tally = tallyAt(this.#steps, at, this.#isOpenAt(at)) ?? this.#byNumberAt(line, at)
    if (tally === null) {
      this.#tellAt(line, at)
      return at + 1
    }
    this.#count(tally, at, at + tally.lines.length)
    return at + tally.lines.length
  }

  /** Options are told by their numbers alone where a vote is called for. */
  #byNumberAt(line: Line, at: number): Tally | null {
    return this.#isOpenAt(at) || isCalledAt(this.#steps, at, this.#names) ? tallyByNumber(line) : null
  }

  /** What came of a motion on which nobody was counted. */
  #tellAt(line: Line, at: number): void {
    const moved = this.#moved
    if (moved === null || at <= moved.last || at - moved.last > SOON || !tellsOfMotion(line.text, this.#names)) return
    this.#moved = null
    this.#add(moved, null, at)
  }

  /** A vote whose question nobody wrote down; where one was asked, the line tells what came of it. */
  #toldAt(line: Line, at: number): Asked | null {
    const isAsked = this.#moved !== null || (this.#open !== null && this.#open.question.label !== null)
    const told = isAsked ? null : toldVote(line)
    return told === null ? null : { question: told, first: at, last: at }
  }

  /** `Votes:`, unless a question waits for the counts below. */
  #overAt(at: number): Asked | null {
    return this.#open === null && this.#moved === null ? askedOver(this.#steps, at, this.#names) : null
  }

  /** What counts answer that no marked question waits for. */
  #untold(above: Asked | null, tally: Tally): Asked | null {
    if (above !== null && isPollish(above.question)) return above
    return this.#moved ?? this.#again(above, tally) ?? above
  }

  /** Another count of what was asked before: below a label of its own, such as `Committee B:`, on the same options. */
  #again(above: Asked | null, tally: Tally): Asked | null {
    const before = this.#counted === null ? undefined : this.#polls.at(-1)
    if (before === undefined || above === null || !/[:：][\s*_]*$/.test(above.question.line.text)) return null
    const labels = (options: Poll['options']): string => options.map(({ label }) => label).join()
    return labels(before.options) === labels(tally.options) ? this.#counted : null
  }

  /** Counts that stand right below a marked question may be of any options. */
  #isOpenAt(at: number): boolean {
    if (this.#open?.last === at - 1) return true
    const above = this.#open === null ? null : this.#above(at)
    return above !== null && samePath(above.question.line.path, this.#open!.question.line.path)
  }

  /** What asks right above a step, unless it is a part of the poll before. */
  #above(at: number): Asked | null {
    const above = askedAbove(this.#steps, at, this.#names)
    return above === null || this.#linesOf(above).some((line) => this.#taken.has(line)) ? null : above
  }

  #count(tally: Tally, at: number, next: number): void {
    // In an agenda only what stands right below a question are its counts.
    const isPlanned = this.#open !== null && this.#isPlanned(this.#linesOf(this.#open))
    if (isPlanned && tally.form !== 'line' && !this.#isOpenAt(at)) this.#close()
    const above = this.#above(at)
    const isOther = above !== null && this.#open !== null && above.first > this.#open.last && isPollish(above.question)
    if (isOther) this.#pass(above)
    const hasOwn = tally.form === 'columns' && tally.question !== null
    const asked = hasOwn ? null : (this.#open ?? (tally.isWithin === true ? null : this.#untold(above, tally)))
    this.#open = null
    this.#moved = null
    // Counts in an agenda that answer no marked question tell of an earlier meeting.
    const isMarked = asked !== null && asked.question.label !== null
    if (isMarked || !this.#isPlanned(asked === null ? tally.lines : this.#linesOf(asked))) this.#add(asked, tally, next)
  }

  /** Another question is asked. The heading of the talk that led to it only said what was to come, unless something came of it before. */
  #pass(next: Asked): void {
    const asked = this.#open
    if (asked !== null && isHeadline(asked.question, next.question) && !this.#hasOutcome(asked)) this.#open = null
    else this.#close()
  }

  #hasOutcome({ question, last }: Asked): boolean {
    return pollOf(this.#steps, question, null, last + 1, this.#names).poll.outcome !== undefined
  }

  /** A marked question that got no counts; in the agenda it is only planned, unless the next line tells what came of it. */
  #close(): void {
    const asked = this.#open
    this.#open = null
    if (asked === null) return
    if (!this.#isPlanned(this.#linesOf(asked)) || this.#isTold(asked)) this.#add(asked, null, asked.last + 1)
  }

  #isTold({ last }: Asked): boolean {
    const next = this.#steps.slice(last + 1).find(({ kind }) => kind !== 'gap')
    return next?.kind === 'line' && readOutcome(next.line.text, this.#names) !== null
  }

  #linesOf({ first, last }: Asked): readonly Line[] {
    return this.#steps.slice(first, last + 1).flatMap((step) => (step.kind === 'line' ? [step.line] : []))
  }

  #isPlanned(lines: readonly Line[]): boolean {
    if (lines.some((line) => this.#claims.has(line))) return true
    const head = lines[0]?.heads.findLast(({ kind, path }) => kind !== 'item' && !samePath(path, this.#title ?? []))
    return head !== undefined && /\bagenda\b/.test(head.key)
  }

  #add(asked: Asked | null, tally: Tally | null, next: number): void {
    const { poll, lines } = pollOf(this.#steps, asked?.question ?? null, tally, next, this.#names)
    const asking = asked === null ? [] : this.#linesOf(asked)
    this.#counted = tally !== null && asked?.question.label != null ? asked : null
    for (const line of [...lines, ...asking]) this.#taken.add(line)
    // Who asks in the course of talk still has the word.
    if (tally?.isWithin !== true) this.#claims.take(asked?.question.isSpoken === true ? lines : [...lines, ...asking])
    this.#polls.push(poll)
  }
}
