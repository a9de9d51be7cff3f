import { Extension } from '@tiptap/core'
import type { DOMSerializer, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import { setLink } from '../commands/mark.ts'
import { innermost } from '../commands/node.ts'
import { asOneStep } from '../history.ts'
import { textOf } from './copy.ts'
import { cleanHtml, hasFormats } from './html.ts'
import type { Lens, LoadLens } from './lens.ts'
import { isAddress, looksLikeMarkdown } from './looks.ts'
import { withPlainAddresses } from './plain-addresses.ts'
import { plainSlice } from './plain.ts'
import { serializerWithIdentity } from './serializer.ts'
import { closedOnEmptyLine, inlineOf, sliceOf, withoutMarksOnLeaves } from './slice.ts'

/**
 * Paste: Markdown and HTML become structure, plain text stays text. Copy: HTML, and Markdown as the plain text. The lens is
 * fetched when the text first gets the focus, so that it is there before anybody copies, and not before the page is.
 */
export const Clipboard = Extension.create<{ loadLens: LoadLens }>({
  name: 'clipboard',
  priority: 500,
  addOptions: () => ({ loadLens: async () => await import('@plenary/shared/markdown') }),
  addProseMirrorPlugins() {
    return [plugin(this.options.loadLens, serializerWithIdentity(this.editor.schema))]
  },
})

function plugin(loadLens: LoadLens, clipboardSerializer: DOMSerializer): Plugin {
  let lens: Lens | undefined
  let loading: Promise<Lens | undefined> | undefined
  // Whether the paste under way was asked for without formats (Mod-Shift-v).
  let shift = false

  /** The lens, or undefined where it cannot be fetched now (no network); the next call tries again. */
  const load = async (): Promise<Lens | undefined> => {
    loading ??= loadLens().catch(() => undefined)
    lens = await loading
    loading = undefined
    return lens
  }

  const pasteOnceLoaded = async (view: EditorView, text: string) => {
    const loaded = lens ?? (await load())
    if (view.isDestroyed) return
    if (loaded) pasteMarkdown(view, loaded, text)
    else view.pasteText(text)
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        focus() {
          if (!lens) void load()
          return false
        },
        keydown(_view, event) {
          shift = event.shiftKey
          return false
        },
        // A capital letter must not decide over a paste from the menu.
        keyup(_view, event) {
          shift = event.shiftKey
          return false
        },
        paste(view, event) {
          const text = markdownIn(view, event)
          if (text === null || shift) return false
          event.preventDefault()
          // Only the first paste after opening a page can be faster than the lens.
          if (lens) pasteMarkdown(view, lens, text)
          else void pasteOnceLoaded(view, text)
          return true
        },
      },
      handlePaste: (view, event, slice) => linkSelection(view, event, slice),
      clipboardTextParser: (text, _$context, _plain, view) => plainSlice(view.state.schema, text),
      transformPastedHTML: cleanHtml,
      // What is dragged within the page was there before.
      transformPasted: (slice, view) => fitting(view.dragging === null ? withPlainAddresses(slice) : slice, view),
      clipboardSerializer,
      clipboardTextSerializer: (slice) => textOf(slice, lens),
    },
  })
}

/** A slice as the place of the caret can take it. */
function fitting(slice: Slice, { state }: EditorView): Slice {
  const { $from } = state.selection
  const isCell = innermost($from, 'tableCell') !== null
  return withoutMarksOnLeaves(isCell ? inlineOf(slice, state.schema) : closedOnEmptyLine(slice, $from))
}

function pasteMarkdown(view: EditorView, lens: Lens, text: string): void {
  const slice = fitting(withPlainAddresses(sliceOf(view.state.schema, lens.parse(text))), view)
  const tr = view.state.tr.replaceSelection(slice).scrollIntoView()
  asOneStep(view, () => view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste')))
}

/** The Markdown that is being pasted, or null: into code and from a page with formats of its own nothing is read as Markdown. */
function markdownIn(view: EditorView, event: ClipboardEvent): string | null {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const html = event.clipboardData?.getData('text/html') ?? ''
  const inCode = view.state.selection.$from.parent.type.spec.code === true
  if (inCode || !looksLikeMarkdown(text) || html.includes('data-pm-slice') || hasFormats(html)) return null
  return text
}

/** An address pasted over words links them. */
function linkSelection(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const { $from, $to, empty } = view.state.selection
  const text = event.clipboardData?.getData('text/plain') ?? slice.content.textBetween(0, slice.content.size)
  if (empty || !isAddress(text) || !$from.sameParent($to) || $from.parent.type.spec.code) return false
  asOneStep(view, () => setLink(text.trim())(view.state, view.dispatch))
  return true
}
