import type { Action } from '../../blocks/action/action.ts'
import type { ActionStyle } from '../house-style.ts'
import { type File, lineAt } from './file.ts'
import { common, majority, richest } from './majority.ts'
import { placeOf } from './notes.ts'
import { type Part, patternOf } from './pattern-of.ts'

/** How action items are marked as such, and how they name their owners. */
export function inferAction(files: readonly File[]): Partial<ActionStyle> {
  const form = common(files, ({ found }) =>
    majority(found.actions.flatMap((action) => (action.form === 'said' ? [] : [action.form]))),
  )
  if (form === undefined) return {}
  const shown = files.flatMap((file) =>
    file.found.actions.filter((action) => action.form === form).flatMap((action) => shownIn(file, action) ?? []),
  )
  const entry = richest(shown.map((each) => each.entry))
  const isItem = majority(shown.map((each) => each.isItem))
  return entry === undefined || isItem === undefined ? {} : { form, entry, isItem }
}

function shownIn(file: File, { text, owners, due }: Action): Pick<ActionStyle, 'entry' | 'isItem'> | undefined {
  const line = text.at === null ? undefined : lineAt(file, text.at)
  if (text.at === null || line === undefined) return undefined
  const parts: Part[] = [{ at: { ...text.at, to: Math.min(text.at.to, line.from + line.text.length) }, place: 'text' }]
  const [owner] = owners
  if (owner?.at) {
    const resolved = file.found.roster.resolve(owner.value)
    const written = line.text.slice(owner.at.from - line.from, owner.at.to - line.from)
    const isHandle = written.startsWith('@') || line.text[owner.at.from - line.from - 1] === '@'
    const from = owner.at.from + (written.startsWith('@') ? 1 : 0)
    parts.push({
      at: { ...owner.at, from },
      place: isHandle ? 'handle' : placeOf(written, resolved.state === 'one' ? resolved.name : undefined),
    })
  }
  if (due?.at) parts.push({ at: due.at, place: 'due' })
  return { entry: patternOf(line, parts), isItem: line.isItemStart }
}
