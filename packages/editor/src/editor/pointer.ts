import { safeUrl } from '@plenary/shared/document'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { appendParagraph } from './commands/block.ts'
import { linkAt } from './commands/mark.ts'

/** What a click does besides placing the caret. */
export const Pointer = Extension.create({
  name: 'pointer',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleClick: (view, pos, event) => view.editable && (openLinkAt(view, pos, event) || writeBelow(view, event)),
        handleDOMEvents: { click: (view, event) => !view.editable && followLink(event) },
      },
    }),
  ],
})

/** Mod-click opens a link; without, a click in a text that somebody writes puts the caret there. */
function openLinkAt(view: EditorView, pos: number, event: MouseEvent): boolean {
  if (!event.metaKey && !event.ctrlKey) return false
  return openAddress(String(linkAt(view.state.doc.resolve(pos))?.mark.attrs['href'] ?? ''))
}

/** While nobody can write a link works as anywhere, but that the meeting stays where it is. */
function followLink(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null) return false
  event.preventDefault()
  openAddress(link.getAttribute('href') ?? '')
  return true
}

/** In a tab that knows nothing of this one. Paths are left: they point into the group's repository. */
function openAddress(href: string): boolean {
  if (!/^[a-z][a-z\d+.-]*:/i.test(href) || safeUrl(href) === '') return false
  window.open(href, '_blank', 'noopener,noreferrer')
  return true
}

/** Below a last block that the caret could not leave downwards a click makes a paragraph. */
function writeBelow(view: EditorView, event: MouseEvent): boolean {
  const last = view.state.doc.lastChild
  const box = view.dom.lastElementChild?.getBoundingClientRect()
  if (!last || !box || event.clientY <= box.bottom) return false
  if (!['table', 'codeBlock', 'rawBlock', 'horizontalRule', 'blockquote'].includes(last.type.name)) return false
  return appendParagraph(view.state, view.dispatch)
}
