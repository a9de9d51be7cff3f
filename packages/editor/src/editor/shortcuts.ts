import { formats } from './formats/formats.ts'

/** One line of the help: what it does, the key for it, what to type for it. */
export interface Shortcut {
  readonly title: string
  readonly key: string | null
  readonly typed: string | null
}

export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

const key = (title: string, name: string): Shortcut => ({ title, key: name, typed: null })

/** Everything that the keyboard can do, for the help. Formats come from their table; a test holds the rest to the key maps. */
export const shortcuts: readonly ShortcutGroup[] = [
  { title: 'Formats', shortcuts: formats.map(({ title, key, typed }) => ({ title, key, typed })) },
  {
    title: 'Lists',
    shortcuts: [
      key('Item one level in', 'Tab'),
      key('Item one level out', 'Shift-Tab'),
      key('New item; in an empty one: leave the list', 'Enter'),
      key('Check or uncheck', 'Alt-Enter'),
    ],
  },
  {
    title: 'Tables',
    shortcuts: [
      key('Next cell, or a new row', 'Tab'),
      key('Previous cell', 'Shift-Tab'),
      key('Cell below, or leave the table', 'Enter'),
    ],
  },
  {
    title: 'Everywhere',
    shortcuts: [
      key('Insert: all formats and blocks by name', '/'),
      key('This line: A action item, D decision, V poll, S speaker, …', 'Mod-Enter'),
      key('Move up', 'Alt-Shift-ArrowUp'),
      key('Move down', 'Alt-Shift-ArrowDown'),
      key('Say who the speaker of this line is', 'Mod-.'),
      key('Take the notes over, or hand them to the next in line', 'F8'),
      key('Undo your last edit', 'Mod-z'),
      key('Redo', 'Mod-y'),
      key('Paste as plain text', 'Mod-Shift-v'),
      key('Leave the editor', 'Escape Tab'),
      key('Next part of the page', 'F6'),
      key('Previous part of the page', 'Shift-F6'),
    ],
  },
]

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}
const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }

const isApple = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform)

/** A key as its caps read: `Mod-Shift-8` gives `Ctrl`, `Shift`, `8`, or on a Mac `⌘`, `⇧`, `8`. */
export function capsOf(key: string, apple: boolean = isApple()): string[] {
  const words = apple ? APPLE : OTHERS
  return key.split(/[- ]/).map((cap) => words[cap] ?? NAMES[cap] ?? (cap.length === 1 ? cap.toUpperCase() : cap))
}

/** A title with its key, for a tooltip: `Bold (Ctrl+B)`. */
export function titled({ title, key }: { title: string; key: string | null }): string {
  return key === null ? title : `${title} (${capsOf(key).join(isApple() ? '' : '+')})`
}
