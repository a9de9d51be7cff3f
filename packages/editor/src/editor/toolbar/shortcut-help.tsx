import { Dialog } from '../../ui/dialog.tsx'
import { capsOf, shortcuts, type Shortcut } from '../shortcuts.ts'

/** All that the keyboard can do in the text: keys, and the Markdown that becomes a format while it is typed. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard and Markdown" className="shortcut-help" onClose={onClose}>
      <p className="shortcut-note">Type the Markdown, or press the keys. Undo once gives back what you typed.</p>
      {shortcuts.map((group) => (
        <table key={group.title}>
          <caption>{group.title}</caption>
          <tbody>{group.shortcuts.map(lineOf)}</tbody>
        </table>
      ))}
    </Dialog>
  )
}

function lineOf({ title, key, typed }: Shortcut) {
  return (
    <tr key={title}>
      <th scope="row">{title}</th>
      <td>{typed !== null && <code>{typed.trimEnd()}</code>}</td>
      <td>
        {(key === null ? [] : capsOf(key)).map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </td>
    </tr>
  )
}
