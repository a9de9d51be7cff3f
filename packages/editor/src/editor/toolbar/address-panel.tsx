/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- the form only hears what its fields do not use */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react'

import { Button } from '../../ui/button.tsx'
import { staysWithin } from '../../ui/stays-within.ts'
import { insertImage } from '../commands/block.ts'
import { linkAt, removeLink, setLink } from '../commands/mark.ts'
import { Floating } from '../floating/floating.tsx'
import { closePopover, popoverOf } from '../popover.ts'
import { addressFrom } from './address.ts'
import { runIn } from './tool.tsx'

const REFUSED = 'This is no address that the minutes can link to. Begin it with https:// or write a path.'

/** The panel that asks for the address of a link or an image, beside the selection. */
export function AddressPanel({ editor }: { readonly editor: Editor }) {
  const open = useEditorState({ editor, selector: () => popoverOf(editor.state) })
  if (open === null) return null
  return (
    <Floating editor={editor} pos={editor.state.selection.from}>
      {open === 'link' ? <LinkForm editor={editor} /> : <ImageForm editor={editor} />}
    </Floating>
  )
}

function LinkForm({ editor }: { readonly editor: Editor }) {
  const [link] = useState(() => linkAt(editor.state.selection.$from))
  return (
    <AddressForm
      editor={editor}
      label="Link"
      address={String(link?.mark.attrs['href'] ?? '')}
      apply={(href) => runIn(editor, setLink(href))}
    >
      {link && (
        <Button
          look="quiet"
          onClick={() => {
            closePopover(editor.state, editor.view.dispatch)
            runIn(editor, removeLink)
          }}
        >
          Remove link
        </Button>
      )}
    </AddressForm>
  )
}

function ImageForm({ editor }: { readonly editor: Editor }) {
  const alt = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <AddressForm
      editor={editor}
      label="Image"
      address=""
      apply={(src) => runIn(editor, insertImage({ src, alt: alt.current?.value.trim() ?? '' }))}
    >
      <label htmlFor={id}>What it shows</label>
      <input id={id} ref={alt} className="address-field" placeholder="For those who cannot see it" />
    </AddressForm>
  )
}

interface AddressFormProps {
  readonly editor: Editor
  readonly label: string
  readonly address: string
  readonly apply: (address: string) => void
  readonly children: ReactNode
}

function AddressForm({ editor, label, address, apply, children }: AddressFormProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [refused, setRefused] = useState(false)
  const close = () => {
    closePopover(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = addressFrom(field.current?.value ?? '')
    if (wanted === null) return setRefused(true)
    closePopover(editor.state, editor.view.dispatch)
    return apply(wanted)
  }
  return (
    <form
      className="address-panel"
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
      onBlur={(event) => {
        if (!staysWithin(event) && event.relatedTarget !== null) closePopover(editor.state, editor.view.dispatch)
      }}
    >
      <label htmlFor={id}>Address</label>
      <input
        id={id}
        ref={field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person asked for the panel; Escape leads back to the text
        autoFocus
        className="address-field"
        defaultValue={address}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="https://"
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-refused` : undefined}
        onInput={() => setRefused(false)}
      />
      {refused && (
        <p id={`${id}-refused`} role="alert" className="address-refused">
          {REFUSED}
        </p>
      )}
      {children}
      <div className="address-buttons">
        <Button look="quiet" onClick={close}>
          Cancel
        </Button>
        <Button look="primary" type="submit">
          Apply
        </Button>
      </div>
    </form>
  )
}
