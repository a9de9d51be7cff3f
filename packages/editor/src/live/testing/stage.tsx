import type { Command, LedgerState, PastNoteTaking } from '@plenary/shared/ledger'
import type { Person, PersonId, Role } from '@plenary/shared/meeting'
import type { Editor } from '@tiptap/core'
import { act, type ReactNode } from 'react'
import { onTestFinished } from 'vitest'

import { openSession, type Session } from '../../connection/index.ts'
import { MEETING, ServerDouble, until } from '../../connection/testing.ts'
import { RecordDouble } from '../../testing/record.ts'
import { createStage } from '../../ui/testing/stage.ts'
import { type Live, LiveContext } from '../live.ts'

export interface LiveStage {
  readonly record: RecordDouble
  /** What the record says by now. */
  readonly state: () => LedgerState
  readonly session: Session
  /** Whose page it is. */
  readonly me: PersonId
  /** Somebody else, whose commands reach this page as from another one. */
  readonly bob: Person
  readonly show: (node: ReactNode) => Promise<void>
  readonly does: (who: Person, command: Command) => Promise<void>
  /** The page hears of ballots, which it gathers. */
  readonly hears: () => Promise<void>
  /** Time goes by at the server. */
  readonly waits: (seconds: number) => Promise<void>
  /** What was refused last. */
  readonly refused: () => string | null
}

export interface StageOptions {
  readonly role?: Role
  readonly kind?: Person['kind']
  readonly editor?: Editor
  readonly past?: readonly PastNoteTaking[]
}

/** A meeting with a record in memory; the page is Ann's. */
export function liveStage({ role = 'participant', kind = 'github', ...page }: StageOptions = {}): Promise<LiveStage> {
  const server = new ServerDouble()
  const record = new RecordDouble()
  server.record = record
  record.visitor = record.somebody('Ann', role, kind)
  return joinedStage(server, record, page)
}

/** The same with something on the page. */
export async function showing(node: ReactNode, options: StageOptions = {}): Promise<LiveStage> {
  const stage = await liveStage(options)
  await stage.show(node)
  return stage
}

/** One more page of a meeting: that of whoever visits it just now. */
export async function joinedStage(
  server: ServerDouble,
  record: RecordDouble,
  { editor, past = [] }: Pick<StageOptions, 'editor' | 'past'>,
): Promise<LiveStage> {
  const bob = record.somebody('Bob', 'chair', 'github')
  const session = openSession(MEETING, { connect: server.connect })
  onTestFinished(() => session.close())
  const you = await until(session.ledger.you, (you) => you !== null)
  let refused: string | null = null
  const live: Live = {
    meeting: MEETING.id,
    ledger: session.ledger,
    awareness: session.awareness,
    editor: editor ?? null,
    ask: async (command) => {
      const done = await session.ledger.command(command)
      if (!done.ok) refused = done.message
      return done
    },
    pastNoteTaking: () => Promise.resolve(past),
  }
  const stage = createStage()
  return {
    record,
    state: () => record.ledger.state,
    session,
    me: you?.person?.id ?? '',
    bob,
    show: (node) => stage.show(<LiveContext value={live}>{node}</LiveContext>),
    does: (who, command) => act(async () => record.act(who, command)),
    hears: () => act(() => new Promise<void>((resolve) => void session.ledger.state.subscribe(resolve))),
    waits: (seconds) => act(async () => record.wait(seconds)),
    refused: () => refused,
  }
}

/** The button, box to tick or other control of this name. */
export function control(name: string | RegExp): HTMLElement {
  const all = [
    ...document.querySelectorAll<HTMLElement>('button, [role=radio], [type=radio], [type=checkbox], summary, a'),
  ]
  const found = all.find((one) => {
    const words = one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? one.textContent ?? ''
    return typeof name === 'string' ? words === name || one.textContent === name : name.test(words)
  })
  if (found === undefined)
    throw new Error(`there is no ${String(name)} among ${all.map((one) => one.textContent).join(' | ')}`)
  return found
}

export function press(name: string | RegExp): Promise<void> {
  return act(async () => control(name).click())
}

export function text(selector = 'body'): string {
  return document.querySelector(selector)?.textContent ?? ''
}

/** Writes into the field of this label. */
export function fill(label: string, value: string): Promise<void> {
  return act(async () => {
    const labels = [...document.querySelectorAll('label')]
    const named = labels.find(({ textContent }) => textContent?.startsWith(label))
    const field =
      named?.control ??
      document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`) ??
      document.getElementById(named?.getAttribute('for') ?? '')
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`no field ${label}`)
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
    // React listens to what the browser sets, not to what its own property does.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
