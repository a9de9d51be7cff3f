import type { Named } from '@plenary/shared/blocks'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import { Floating } from '../editor/floating/floating.tsx'
import { addPerson } from '../side/add-person.ts'
import { formsOf } from '../style/house.ts'
import { Button } from '../ui/button.tsx'
import { staysWithin } from '../ui/stays-within.ts'
import { SuggestField } from '../ui/suggest-field.tsx'
import { change } from '../understanding/index.ts'
import { renamed } from './rename.ts'
import { type Asked, askedOf, askNoMore, strangersMeant } from './strangers.ts'

import './strangers.css'

/** Beside the name that was asked about: who it may be, and that it may be somebody new. */
export function StrangerPanel({ editor }: { readonly editor: Editor }) {
  const asked = useEditorState({ editor, selector: () => askedOf(editor.state), equalityFn: Object.is })
  if (asked === null) return null
  return (
    <Floating editor={editor} pos={asked.pos}>
      <Question key={asked.written} editor={editor} asked={asked} />
    </Floating>
  )
}

function Question({ editor, asked }: { readonly editor: Editor; readonly asked: Asked }) {
  const id = useId()
  const [isAll, setAll] = useState(true)
  const { written, turns, names, byKey } = asked
  const done = () => {
    askNoMore(editor)
    editor.view.focus()
  }
  const rename = (name: string) => {
    void change(editor, (reading) => renamed(strangersMeant(reading, asked, isAll), name, reading))
    done()
  }
  const add = (person: Named) => {
    void change(editor, (reading) => addPerson(reading, person, formsOf(editor.state)?.attendance))
    done()
  }
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (byKey) panel.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [byKey])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what its controls do not use
    <section
      ref={panel}
      className="stranger-panel"
      aria-labelledby={id}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') done()
      }}
      onBlur={(event) => {
        if (!staysWithin(event) && event.relatedTarget !== null) askNoMore(editor)
      }}
    >
      <h2 id={id}>Who is “{written}”?</h2>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button" onClick={() => rename(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {turns > 1 && names.length > 0 && (
        <label>
          <input type="checkbox" checked={isAll} onChange={() => setAll(!isAll)} />
          in all {turns} lines
        </label>
      )}
      {isInitials(written) ? (
        <div className="stranger-other">
          <SuggestField
            label={`Somebody else: the full name of ${written}`}
            placeholder="Somebody else: full name"
            suggestions={[]}
            onPick={(name) => add({ name, initials: written })}
          />
        </div>
      ) : (
        <Button look="quiet" onClick={() => add({ name: written })}>
          Add {written} to the attendance
        </Button>
      )}
    </section>
  )
}

function isInitials(written: string): boolean {
  return /^\p{Lu}[\p{Lu}.-]{1,4}$/u.test(written)
}
