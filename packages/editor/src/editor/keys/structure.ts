import { chainCommands, joinTextblockForward } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'

import { indentCode, leaveCodeDown, leaveCodeOnEmptyLines, outdentCode, selectSource } from '../commands/code.ts'
import {
  joinIntoListBefore,
  liftAtStart,
  liftEmptyItem,
  liftItem,
  sinkItem,
  splitItem,
  toggleChecked,
} from '../commands/item.ts'
import { leaveCode } from '../commands/mark.ts'
import { moveBlock } from '../commands/move.ts'
import { cellBelow, clearCells, moveByRow, nextCell, previousCell } from '../commands/table-keys.ts'
import { contextOf } from '../context.ts'
import { breakLine, openCodeBlock, openTable } from '../typing/enter.ts'

/** In a list Tab is always ours, also where an item can go no deeper: to leave the page's focus behind would surprise. */
const inList: Command = (state) => contextOf(state).list !== null

/** At the end of an item Delete takes the next item's text in, not the item. */
const joinNextText: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset < $from.parent.content.size) return false
  return joinTextblockForward(state, dispatch)
}

/** The keys that do something else depending on where the caret is. What none of these does is ProseMirror's own. */
export const structureKeys: Readonly<Record<string, Command>> = {
  Enter: chainCommands(openCodeBlock, openTable, breakLine, cellBelow, leaveCodeOnEmptyLines, liftEmptyItem, splitItem),
  Backspace: chainCommands(clearCells, liftAtStart, joinIntoListBefore),
  Delete: chainCommands(clearCells, joinNextText),
  Tab: chainCommands(nextCell, indentCode, sinkItem, inList),
  'Shift-Tab': chainCommands(previousCell, outdentCode, liftItem, inList),
  ArrowUp: moveByRow('up'),
  ArrowDown: chainCommands(moveByRow('down'), leaveCodeDown),
  ArrowRight: leaveCode,
  'Alt-Enter': toggleChecked,
  'Alt-Shift-ArrowUp': moveBlock('up'),
  'Alt-Shift-ArrowDown': moveBlock('down'),
  'Mod-a': selectSource,
}
