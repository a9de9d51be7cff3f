import { act } from 'react'
import { expect, test } from 'vitest'

import { NoteTakingKey } from './note-taking-key.tsx'
import { showing } from './testing/stage.tsx'

async function page() {
  const stage = await showing(<NoteTakingKey />)
  const press = (init: KeyboardEventInit = {}) =>
    act(
      async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true, ...init })),
    )
  const takers = () => stage.state().noteTakers.map(({ name }) => name)
  return { ...stage, press, takers }
}

test('F8 takes the notes where nobody does', async () => {
  const { press, takers } = await page()
  await press({ ctrlKey: true })
  expect(takers()).toEqual([])
  await press()
  expect(takers()).toEqual(['Ann'])
})

test('F8 asks to take over from whoever takes notes, and once is enough', async () => {
  const { bob, does, press, takers, waits, state } = await page()
  await does(bob, { do: 'take-over' })
  await press()
  const { handover } = state()
  expect(handover).toMatchObject({ from: bob.id, name: 'Ann', asks: bob.id })
  await press()
  expect(state().handover).toBe(handover)
  await waits(60)
  expect(takers()).toEqual(['Ann'])
})

test('F8 of the note taker hands over to the next in line', async () => {
  const { bob, does, press, state } = await page()
  await does(bob, { do: 'check-in', as: 'present' })
  await press()
  await press()
  expect(state().handover).toMatchObject({ to: bob.id, asks: bob.id })
})

test('F8 of whoever is asked to hand over says yes', async () => {
  const { bob, does, press, takers, me } = await page()
  await press()
  await does(bob, { do: 'take-over', from: me })
  expect(takers()).toEqual(['Ann'])
  await press()
  expect(takers()).toEqual(['Bob'])
})
