import type { Written } from '../block.ts'
import { type Line, spanIn, wordsOf } from '../reading/index.ts'
import type { Voices } from '../speaker/voices.ts'
import { follow, NOTHING_FOLLOWS } from './follow.ts'
import { outcomeBehind } from './outcome.ts'
import type { Poll } from './poll.ts'
import type { Question } from './question.ts'
import type { Step } from './steps.ts'
import type { Tally } from './tally.ts'

/** The poll of a question and its counts, one of which may be missing, with what follows it; and the lines that are nothing else. */
export function pollOf(
  steps: readonly Step[],
  question: Question | null,
  tally: Tally | null,
  next: number,
  names: Voices,
): { readonly poll: Poll; readonly lines: readonly Line[] } {
  const asked = questionOf(question, tally)
  const own = asked === null || tally !== null ? null : outcomeBehind(asked.line.text.slice(asked.from, asked.to))
  const following = own === null ? follow(steps, next, question, tally !== null, names) : NOTHING_FOLLOWS
  const first = asked?.line ?? tally!.lines[0]!
  const isTable = asked === null && tally !== null && first.cell !== null
  const abstain = tally?.abstain ?? following.abstain
  const told = tally?.told ?? null
  const inLine =
    told === null ? null : { value: wordsOf(told.line, told.from, told.to), at: spanIn(told.line, told.from, told.to) }
  const outcome = own === null ? (inLine ?? following.outcome) : ownOutcome(asked!, own)
  const to = own === null ? asked?.to : asked!.from + own.index + (/^[?.!]/.test(own[0]) ? 1 : 0)
  return {
    poll: {
      kind: 'poll',
      carrier: {
        path: isTable ? tally.counts : first.path,
        row: isTable ? 0 : first.row,
        id: first.id,
        isSaid: first.role === 'poll',
      },
      form: tally?.form ?? 'none',
      question:
        asked === null
          ? { value: '', at: null }
          : { value: wordsOf(asked.line, asked.from, to!), at: spanIn(asked.line, asked.from, to) },
      label: asked?.label == null ? null : spanIn(asked.line, asked.label.from, asked.label.to),
      options: tally?.options ?? [],
      counts: tally?.counts ?? null,
      ...(abstain === null ? {} : { abstain }),
      ...(outcome === null ? {} : { outcome }),
      ...(following.declaredBy === null ? {} : { declaredBy: following.declaredBy }),
    },
    lines: [...(tally?.lines ?? []), ...following.lines],
  }
}

/** The question, without counts that stand in its line. */
function questionOf(question: Question | null, tally: Tally | null): Question | null {
  const own = tally?.question ?? null
  if (own === null) return question
  if (question === null) return { ...own, label: null, isSpoken: false }
  if (question.line.path !== own.line.path) return question
  const text = question.line.text.slice(0, own.to)
  return { ...question, to: Math.max(question.from, text.replace(/[\s*_:：([–—-]+$/, '').length) }
}

function ownOutcome({ line, from }: Question, own: RegExpExecArray): Written<string> {
  const value = own.groups!['outcome']!.trim()
  const at = from + own.index + own[0].indexOf(value)
  return { value, at: spanIn(line, at, at + value.length) }
}
