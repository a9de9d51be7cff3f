import type { TableRowJson } from '../../document/node.ts'
import { stateIn } from '../people/note.ts'
import type { Presence } from './attendance.ts'
import { textIn } from './columns.ts'
import { senseOf } from './heads.ts'

const IS_HERE = /^(?:[ypx✓✔✅☑]\uFE0F?|\[x\]|yes|true|here|:[a-z_]*check[a-z_]*:)$/iu
const IS_AWAY = /^(?:n|a|no|false|[❌✗✘–-]|\[ \]|:x:)$/iu

/** Whether a cell says yes. */
export function isTick(text: string): boolean {
  return IS_HERE.test(text)
}

/** What a cell beside a name says of somebody. */
export function stateOf(text: string): Presence | undefined {
  if (isTick(text)) return 'present'
  return IS_AWAY.test(text) ? 'absent' : stateIn(text)
}

/** `| Name | Present | Absent | Excused |`: the state whose column has the tick. */
export function stateByTick(head: TableRowJson, row: TableRowJson): Presence | undefined {
  return (head.content ?? []).flatMap((_, column) => {
    const sense = isTick(textIn(row, column)) ? senseOf(textIn(head, column)) : null
    return sense === null || sense.strength === 'loose' ? [] : [sense.state]
  })[0]
}
