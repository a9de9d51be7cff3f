import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  TableColumnsSplit,
  TableRowsSplit,
  TextAlignCenter,
  TextAlignEnd,
  TextAlignStart,
  Trash2,
  type LucideIcon,
} from 'lucide-react'

import { addColumn, addRow, alignColumn, deleteColumn, deleteRow, deleteTable } from '../commands/table.ts'
import { runIn, Tool } from './tool.tsx'

type Entry = readonly [title: string, icon: LucideIcon, command: Command]

const GROUPS: readonly (readonly Entry[])[] = [
  [
    ['Row above', BetweenHorizontalStart, addRow('above')],
    ['Row below', BetweenHorizontalEnd, addRow('below')],
    ['Column left', BetweenVerticalStart, addColumn('left')],
    ['Column right', BetweenVerticalEnd, addColumn('right')],
  ],
  [
    ['Align column left', TextAlignStart, alignColumn('left')],
    ['Centre column', TextAlignCenter, alignColumn('center')],
    ['Align column right', TextAlignEnd, alignColumn('right')],
  ],
  [
    ['Delete row', TableRowsSplit, deleteRow],
    ['Delete column', TableColumnsSplit, deleteColumn],
    ['Delete table', Trash2, deleteTable],
  ],
]

/** What can be done to the table that the caret is in. It takes the place of the tools for blocks, which mean nothing there. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  return GROUPS.map((group) => (
    <div key={group[0]?.[0]} className="tools">
      {group.map(([title, icon, command]) => (
        <Tool key={title} title={title} icon={icon} onPress={() => runIn(editor, command)} />
      ))}
    </div>
  ))
}
