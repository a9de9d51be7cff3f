import type { Action, Change } from '@plenary/shared/blocks'

export const setDone = (action: Action, done: boolean): readonly Change[] =>
  action.box === null ? [] : [{ type: 'attrs', path: action.box, attrs: { checked: done } }]
export const setOwners = (_action: Action, _owners: readonly string[]): readonly Change[] => []
export const setDue = (_action: Action, _due: string | null): readonly Change[] => []
