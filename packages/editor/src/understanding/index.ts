export { newId } from './adopting.ts'
export { change, changeEntry } from './change.ts'
export { understanding, understandingOf } from './extension.ts'
export { jumpTo } from './jump.ts'
export type { LiveUnderstanding } from './live.ts'
export { minutesJson } from './minutes-json.ts'
export { MISSING_HEADS } from './missing-heads.ts'
export type { Range } from './places.ts'
export { lastReading, placeNow, type Reading } from './state.ts'
export { EMPTY as EMPTY_OVERVIEW } from './overview.ts'
export type {
  ActionRow,
  DecisionRow,
  MissingRow,
  OutlineRow,
  OwnerRow,
  Overview,
  PersonRow,
  PollRow,
} from './overview.ts'
