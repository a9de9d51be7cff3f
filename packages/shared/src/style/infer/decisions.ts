import type { Decision } from '../../blocks/decision/decision.ts'
import type { DecisionStyle } from '../house-style.ts'
import { blockAt, type File, lineAt, sourceOf } from './file.ts'
import { common, majority } from './majority.ts'
import { patternOf } from './pattern-of.ts'

/** How decisions are marked as such: by a label, or by the heading that they stand under. */
export function inferDecision(files: readonly File[]): Partial<DecisionStyle> {
  return (
    common(files, (file) => majority(file.found.decisions.flatMap((decision) => shownIn(file, decision) ?? []))) ?? {}
  )
}

function shownIn(file: File, { form, text, carrier }: Decision): DecisionStyle | undefined {
  const line = text.at === null ? undefined : lineAt(file, text.at)
  if (text.at === null || line === undefined || form === 'said') return undefined
  const to = Math.min(text.at.to, line.from + line.text.length)
  const entry = patternOf(line, [{ at: { ...text.at, to }, place: 'text' }])
  if (form === 'label') return { form, entry, head: '', level: 0 }
  const over = blockAt(file, carrier.path)?.heads.findLast(({ kind }) => kind === 'heading')
  const heading = over && blockAt(file, over.path)?.node
  if (heading?.type !== 'heading') return undefined
  const head = sourceOf({ type: 'paragraph', ...(heading.content ? { content: heading.content } : {}) })
  return { form, entry: line.isItemStart ? `- ${entry}` : entry, head, level: heading.attrs.level }
}
