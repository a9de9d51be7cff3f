import { act, useState } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'

import { DialogForm } from './dialog-form.tsx'
import { Dialog } from './dialog.tsx'
import { createStage } from './testing/stage.ts'

function Page({ modal }: { readonly modal: boolean }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Dialog title="A question" modal={modal} onClose={() => setOpen(false)}>
          <input aria-label="Answer" />
        </Dialog>
      )}
    </>
  )
}

const click = (selector: string) => act(async () => document.querySelector<HTMLElement>(selector)?.click())

describe('a dialog', () => {
  beforeEach(() => document.body.replaceChildren())

  test('that is modal begins in its first field', async () => {
    await createStage().show(<Page modal />)
    await click('button')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Answer')
  })

  test('that is not leaves the focus where the person is', async () => {
    await createStage().show(<Page modal={false} />)
    document.querySelector('button')?.focus()
    await click('button')
    expect(document.querySelector('dialog')?.open).toBe(true)
    expect(document.activeElement?.textContent).toBe('Open')
  })

  test('is gone when it is closed', async () => {
    await createStage().show(<Page modal />)
    await click('button')
    await click('[aria-label=Close]')
    expect(document.querySelector('dialog')).toBeNull()
  })
})

test('what a dialog asks is sent once by a double click, and again when the answer was no', async () => {
  const answers: (() => void)[] = []
  const send = () => new Promise<void>((resolve) => void answers.push(resolve))
  await createStage().show(
    <DialogForm submit="Send" onSubmit={send} onCancel={() => undefined}>
      {null}
    </DialogForm>,
  )
  await click('[type=submit]')
  await click('[type=submit]')
  expect(answers).toHaveLength(1)
  await act(async () => answers[0]?.())
  await click('[type=submit]')
  expect(answers).toHaveLength(2)
})
