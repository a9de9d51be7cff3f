import assert from 'node:assert/strict'

import { apply, contentOf } from '@plenary/shared/document'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { bytes } from '../testing/bytes.ts'
import { editAtRandom } from '../testing/edit.ts'
import { fuzzSettings, random } from '../testing/random.ts'
import { troubleIn } from '../testing/shown.ts'
import { clocksOf, docOf } from '../testing/text.ts'
import { judge as judgeBy, type Verdict } from './guard.ts'
import { Known } from './known.ts'
import { Replica } from './replica.ts'

const NOTHING = new Y.Doc()

/** What the guard says of an update to this document. */
function judge(update: Uint8Array, doc: Y.Doc): Verdict {
  return judgeBy(update, knownOf(doc))
}

function knownOf(doc: Y.Doc): Known {
  const replica = new Replica(Y.encodeStateAsUpdate(doc))
  return new Known(() => replica)
}

/** A document, and the updates that its edits gave. */
function typing(client = 1): { doc: Y.Doc; updates: Uint8Array[]; type: (text: string) => void } {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  return {
    doc,
    updates,
    type: (typed) => {
      if (text.parent === null) contentOf(doc).insert(0, [paragraphOf(text)])
      text.insert(text.length, typed)
    },
  }
}

function paragraphOf(text: Y.XmlText): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  return paragraph
}

const outcome = (verdict: Verdict): string => verdict.verdict

describe('the guard', () => {
  test('[GU1] lets through what an editor writes, in order, and knows how far it brings the clocks', () => {
    const { updates, type } = typing()
    type('a')
    type('b')
    const known = knownOf(NOTHING)
    for (const update of updates) {
      const verdict = judgeBy(update, known)
      expect(verdict).toMatchObject({ verdict: 'fits', adds: true })
      if (verdict.verdict === 'fits') known.add(verdict)
    }
    expect(known.clocks).toEqual(new Map([[1, 4]]))
  })

  test('[GU1] knows an update that adds nothing', () => {
    const { doc, type } = typing()
    type('a')
    const again = judge(Y.encodeStateAsUpdate(doc), doc)
    expect(again).toMatchObject({ verdict: 'fits', adds: false })
    expect(judge(bytes(0, 0), NOTHING)).toMatchObject({ verdict: 'fits', adds: false, deletions: [] })
  })

  test('[GU2] finds an update that builds on one that is missing', () => {
    const { updates, type, doc } = typing()
    type('a')
    type('b')
    contentOf(doc).delete(0)
    const [, second, , deletion] = updates
    expect(updates).toHaveLength(4)
    expect(outcome(judge(second ?? bytes(), NOTHING))).toBe('gap')
    expect(outcome(judge(deletion ?? bytes(), NOTHING))).toBe('gap')
  })

  test('[GU2] finds a text that hangs on the text of another who is not known', () => {
    const ann = typing(1)
    ann.type('hello')
    const bob = new Y.Doc()
    bob.clientID = 2
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann.doc))
    const before = Y.encodeStateVector(bob)
    contentOf(bob).insert(1, [paragraphOf(new Y.XmlText('world'))])
    const update = Y.encodeStateAsUpdate(bob, before)
    expect(outcome(judge(update, NOTHING))).toBe('gap')
    expect(outcome(judge(update, ann.doc))).toBe('fits')
  })

  test('[GU2] takes two people who build on each other within one update', () => {
    const ann = typing(1)
    const bob = typing(2)
    for (let turn = 0; turn < 20; turn++) {
      const [from, to] = turn % 2 === 0 ? [ann.doc, bob.doc] : [bob.doc, ann.doc]
      contentOf(from).insert(turn % 3 === 0 ? 0 : contentOf(from).length, [paragraphOf(new Y.XmlText(String(turn)))])
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    }
    expect(outcome(judge(Y.encodeStateAsUpdate(bob.doc), NOTHING))).toBe('fits')
  })

  test('[GU2] does not wait for two structs that wait for each other', () => {
    // Client 1 needs client 2 first and the other way round.
    const needs = (client: number): number[] => [client, 0]
    const update = bytes(2, 1, 1, 0, { raw: 0x84 }, ...needs(2), 'a', 1, 2, 0, { raw: 0x84 }, ...needs(1), 'b', 0)
    expect(outcome(judge(update, NOTHING))).toBe('gap')
  })

  test('[GU3] refuses bytes that are no update, or more than one', () => {
    const { doc, type } = typing()
    type('hello')
    const update = Y.encodeStateAsUpdate(doc)
    expect(outcome(judge(new Uint8Array(), NOTHING))).toBe('malformed')
    expect(outcome(judge(update.slice(0, -1), NOTHING))).toBe('malformed')
    expect(outcome(judge(Uint8Array.from([...update, 0]), NOTHING))).toBe('malformed')
    expect(outcome(judge(Y.encodeStateAsUpdateV2(doc), NOTHING))).toBe('malformed')
    expect(outcome(judge(new Uint8Array(64).fill(255), NOTHING))).toBe('malformed')
  })

  test('[GU3] refuses what would make the minutes unreadable: structs and deletions without a length', () => {
    expect(outcome(judge(bytes(1, 1, 7, 0, { raw: 0 }, 0, 0), NOTHING))).toBe('malformed')
    expect(outcome(judge(bytes(1, 1, 7, 0, { raw: 4 }, 1, 'content', '', 0), NOTHING))).toBe('malformed')
    expect(outcome(judge(bytes(0, 1, 7, 1, 0, 0), NOTHING))).toBe('malformed')
  })

  test('[GU4] refuses other roots and what is larger than minutes are', () => {
    const other = new Y.Doc()
    other.getMap('votes').set('ann', 'yes')
    expect(outcome(judge(Y.encodeStateAsUpdate(other), NOTHING))).toBe('refused')
    expect(outcome(judge(new Uint8Array(2 * 1024 * 1024 + 1), NOTHING))).toBe('refused')
    expect(outcome(judge(bytes(1, 1, 7, 0, { raw: 0 }, 2 ** 40, 0), NOTHING))).toBe('refused')
    expect(outcome(judge(bytes(1, 1, 7, 2 ** 50, { raw: 0 }, 1, 0), NOTHING))).toBe('refused')
    const crowd = (size: number): Uint8Array =>
      bytes(size, ...Array.from({ length: size }, (_, client) => [1, client, 0, { raw: 0 }, 1]).flat(), 0)
    expect(outcome(judge(crowd(500), NOTHING))).toBe('fits')
    expect(outcome(judge(crowd(501), NOTHING))).toBe('refused')
  })

  test('[GU4] no more clients than anybody could hear of come together', () => {
    const known = knownOf(NOTHING)
    const crowd = (from: number): Uint8Array =>
      bytes(500, ...Array.from({ length: 500 }, (_, index) => [1, from + index, 0, { raw: 0 }, 1]).flat(), 0)
    for (let from = 0; from < 20_000; from += 500) {
      const verdict = judgeBy(crowd(from), known)
      if (verdict.verdict !== 'fits') throw new Error(verdict.verdict)
      known.add(verdict)
    }
    expect(outcome(judgeBy(crowd(20_000), known))).toBe('refused')
    expect(outcome(judgeBy(bytes(1, 1, 7, 1, { raw: 0 }, 1, 0), known))).toBe('fits')
  })

  test('[GU5] what it lets through, Yjs takes: without an error, with nothing left waiting, and loadable after', () => {
    const { seed, runs } = fuzzSettings('guard', 2_000)
    const dice = random(seed)
    const counts = new Map<string, number>()
    for (let run = 0; run < runs; run++) {
      const doc = new Y.Doc()
      for (let edits = dice.whole(6); edits >= 0; edits--) editAtRandom(doc, dice, () => `w${dice.whole(1000)}`)
      const known = new Y.Doc()
      Y.applyUpdate(known, Y.encodeStateAsUpdate(doc))
      const before = Y.encodeStateVector(doc)
      for (let edits = dice.whole(4); edits >= 0; edits--) editAtRandom(doc, dice, () => `v${dice.whole(1000)}`)
      const update = Y.encodeStateAsUpdate(doc, before)
      expect(outcome(judge(update, known))).toBe('fits')
      const bent = Uint8Array.from(update)
      for (let flips = dice.whole(3); flips >= 0; flips--) bent[dice.whole(bent.length)] = dice.whole(256)
      const verdict = judge(bent, known)
      counts.set(verdict.verdict, (counts.get(verdict.verdict) ?? 0) + 1)
      if (verdict.verdict === 'fits') assertHarmless(known, bent, `seed ${seed}, run ${run}`)
    }
    process.stdout.write(`guard: ${JSON.stringify(Object.fromEntries(counts))}\n`)
  })
})

function assertHarmless(known: Y.Doc, update: Uint8Array, where: string): void {
  apply(known, [update])
  assert.equal(known.store.pendingStructs, null, where)
  assert.equal(known.store.pendingDs, null, where)
  assert.equal(troubleIn(known), undefined, where)
  assert.deepEqual(clocksOf(docOf(Y.encodeStateAsUpdate(known))), clocksOf(known), where)
}
