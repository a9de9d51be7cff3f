import { contentOf, seedUpdate } from '@plenary/shared/document'
import { parse } from '@plenary/shared/markdown'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { bytes } from '../testing/bytes.ts'
import { editAtRandom, textsIn } from '../testing/edit.ts'
import { forgeAtRandom } from '../testing/forge.ts'
import { fuzzSettings, random } from '../testing/random.ts'
import { troubleIn } from '../testing/shown.ts'
import { docOf } from '../testing/text.ts'
import { judge } from './guard.ts'
import { Known } from './known.ts'
import { Replica } from './replica.ts'
import { tidy } from './tidy.ts'

const MINUTES = `# Weekly

- [ ] one **two**
- [x] three

1. [a link](https://example.org)

| a | b |
| - | - |
| c | d |

\`\`\`js
code
\`\`\`
`

const SEED = seedUpdate(parse(MINUTES))

/** Somebody with a copy of minutes, and what the guard of their room says to what they do. */
function meeting(seed = SEED): { doc: Y.Doc; judgeNext: (change: (content: Y.XmlFragment) => void) => string } {
  const doc = docOf(seed)
  const known = knownOf(doc)
  return {
    doc,
    judgeNext: (change) => {
      const before = Y.encodeStateVector(doc)
      change(contentOf(doc))
      const verdict = judge(Y.encodeStateAsUpdate(doc, before), known)
      if (verdict.verdict === 'fits') known.add(verdict)
      return verdict.verdict === 'refused' ? verdict.refusal : verdict.verdict
    },
  }
}

function knownOf(doc: Y.Doc): Known {
  const replica = new Replica(Y.encodeStateAsUpdate(doc))
  return new Known(() => replica)
}

/** What the guard says to this change of the minutes above. */
const said = (change: (content: Y.XmlFragment) => void): string => meeting().judgeNext(change)

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const find = (content: Y.XmlFragment, name: string): Y.XmlElement => {
  for (const node of content.createTreeWalker(() => true) as Iterable<unknown>) {
    if (node instanceof Y.XmlElement && node.nodeName === name) return node
  }
  throw new Error(`there is no ${name}`)
}

const text = (content: Y.XmlFragment, holder = 'paragraph'): Y.XmlText => {
  const [first] = textsIn(find(content, holder))
  if (first === undefined) throw new Error(`there is no text in the ${holder}`)
  return first
}

/** Yjs types attributes as strings; it takes anything. */
const set = (of: Y.XmlElement, name: string, value: unknown): void => of.setAttribute(name, value as string)

describe('the guard', () => {
  test('[GU6] refuses elements that the schema does not know', () => {
    for (const name of ['script', 'doc', 'text', 'Paragraph', '', 'constructor', '__proto__']) {
      expect(
        said((content) => content.insert(0, [element(name)])),
        `a ${name}`,
      ).toBe('shape')
    }
  })

  test('[GU6] refuses elements where they do not belong, also in what is stored', () => {
    expect(said((content) => find(content, 'bulletList').insert(1, [element('heading')]))).toBe('shape')
    expect(said((content) => find(content, 'bulletList').insert(0, [element('listItem', element('tableRow'))]))).toBe(
      'shape',
    )
    expect(said((content) => find(content, 'tableCell').insert(0, [element('paragraph')]))).toBe('shape')
    expect(said((content) => find(content, 'codeBlock').insert(1, [element('hardBreak')]))).toBe('shape')
    expect(said((content) => content.insert(0, [element('listItem')]))).toBe('shape')
    expect(said((content) => find(content, 'bulletList').insert(1, [element('listItem', element('heading'))]))).toBe(
      'fits',
    )
  })

  test('[GU6] refuses text where none may stand', () => {
    expect(said((content) => content.insert(0, [new Y.XmlText('a')]))).toBe('shape')
    expect(said((content) => find(content, 'bulletList').insert(0, [new Y.XmlText('a')]))).toBe('shape')
    expect(said((content) => find(content, 'tableCell').insert(0, [new Y.XmlText('a')]))).toBe('fits')
  })

  test('[GU6] refuses marks that the schema does not know, or not there, or not with these attributes', () => {
    const marked = (marks: Record<string, unknown>, holder = 'paragraph'): string =>
      said((content) => text(content, holder).format(0, 2, marks))
    expect(marked({ bold: {} })).toBe('fits')
    expect(marked({ bold: null })).toBe('fits')
    expect(marked({ link: { href: '#a', title: null, reference: '[a]' } })).toBe('fits')
    expect(marked({ underline: {} })).toBe('shape')
    expect(marked({ constructor: {} })).toBe('shape')
    expect(marked({ bold: true })).toBe('shape')
    expect(marked({ bold: { colour: 'red' } })).toBe('shape')
    expect(marked({ link: { href: 1 } })).toBe('shape')
    expect(marked({ bold: {} }, 'codeBlock')).toBe('shape')
  })

  test('[GU6] refuses attributes that the schema does not know, or of another kind', () => {
    expect(said((content) => set(find(content, 'heading'), 'level', 3))).toBe('fits')
    expect(said((content) => set(find(content, 'heading'), 'level', '3'))).toBe('shape')
    expect(said((content) => set(find(content, 'heading'), 'onclick', 'alert(1)'))).toBe('shape')
    expect(said((content) => set(find(content, 'heading'), '__proto__', 'a'))).toBe('shape')
    expect(said((content) => set(find(content, 'paragraph'), 'level', 3))).toBe('shape')
    expect(said((content) => set(find(content, 'paragraph'), 'id', new Y.Map()))).toBe('shape')
    expect(said((content) => set(find(content, 'paragraph'), 'id', new Uint8Array(9)))).toBe('shape')
    expect(said((content) => set(find(content, 'paragraph'), 'id', ['a']))).toBe('shape')
    expect(said((content) => text(content).setAttribute('id', 'a'))).toBe('shape')
  })

  test('[GU6] knows an attribute that is set anew, although the update does not name it', () => {
    const { judgeNext } = meeting()
    expect(judgeNext((content) => set(find(content, 'heading'), 'level', 2))).toBe('fits')
    expect(judgeNext((content) => set(find(content, 'heading'), 'level', 4))).toBe('fits')
    expect(judgeNext((content) => set(find(content, 'heading'), 'level', 'four'))).toBe('shape')
  })

  test('[GU6] refuses every other type that Yjs has, and objects in text', () => {
    for (const type of [new Y.Map(), new Y.Array(), new Y.Text('a'), new Y.XmlHook('paragraph'), new Y.XmlFragment()]) {
      expect(said((content) => content.insert(0, [type as Y.XmlElement]))).toBe('shape')
    }
    expect(said((content) => text(content).insertEmbed(0, { image: 'a' }))).toBe('shape')
    expect(said((content) => text(content).insertEmbed(0, element('image')))).toBe('shape')
    const outer = new Y.Doc()
    outer.getMap('content').set('inner', new Y.Doc())
    expect(judge(Y.encodeStateAsUpdate(outer), knownOf(new Y.Doc()))).toMatchObject({
      refusal: 'shape',
    })
  })

  test('[GU6] refuses what no reader could follow down', () => {
    const nested = (depth: number): Y.XmlElement => {
      let outer = element('paragraph')
      for (let level = 1; level < depth; level++) outer = element('blockquote', outer)
      return outer
    }
    expect(said((content) => content.insert(0, [nested(400)]))).toBe('fits')
    expect(said((content) => content.insert(0, [nested(401)]))).toBe('depth')
    const { judgeNext } = meeting()
    expect(judgeNext((content) => content.insert(0, [nested(300)]))).toBe('fits')
    const deepest = (content: Y.XmlFragment): Y.XmlElement => find(content, 'paragraph').parent as Y.XmlElement
    expect(judgeNext((content) => deepest(content).insert(0, [nested(101)]))).toBe('fits')
    expect(judgeNext((content) => deepest(content).insert(0, [nested(102)]))).toBe('depth')
  })

  test('[GU6] lets nothing in that a page could not show, whatever is forged, and refuses nothing else', () => {
    const { seed, runs } = fuzzSettings('forged', 1_500)
    const dice = random(seed)
    const counts = new Map<string, number>()
    for (let run = 0; run < runs; run++) {
      const { doc, judgeNext } = meeting()
      for (let edits = dice.whole(4); edits > 0; edits--) {
        expect(judgeNext(() => void editAtRandom(doc, dice, () => `w${dice.whole(1000)}`))).toBe('fits')
      }
      const verdict = judgeNext(() => forgeAtRandom(doc, dice))
      const trouble = troubleIn(doc)
      expect(verdict, `PLENARY_SEED=${seed}, run ${run}: ${trouble}`).toBe(trouble === undefined ? 'fits' : 'shape')
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    }
    process.stdout.write(`forged: ${JSON.stringify(Object.fromEntries(counts))}\n`)
  })

  test('[GU6] is not deceived by a struct that begins in what is there and claims to be elsewhere', () => {
    const { doc, judgeNext } = meeting()
    expect(judgeNext((content) => content.insert(0, [element('paragraph')]))).toBe('fits')
    const { clientID: client } = doc
    // Two letters in the text of another, of which the first stands where the paragraph is: the second would be in the root.
    const before = text(contentOf(doc), 'tableCell')._start?.id ?? { client: 0, clock: 0 }
    const torn = bytes(1, 1, client, 0, { raw: 0x84 }, before.client, before.clock, 'ab', 0)
    expect(judge(torn, knownOf(doc))).toMatchObject({ refusal: 'shape' })
  })

  test('[GU7] refuses addresses that no page may point at, however they are written', () => {
    const linked = (href: string): string =>
      said((content) => text(content).format(0, 1, { link: { href, title: null, reference: null } }))
    const shown = (src: string): string =>
      said((content) => {
        const image = element('image')
        set(image, 'src', src)
        find(content, 'paragraph').insert(0, [image])
      })
    for (const address of [
      'javascript:alert(1)',
      ' java\tscript:a',
      'JAVASCRIPT:a',
      'data:text/html,a',
      'vbscript:a',
      'file:a',
    ]) {
      expect(linked(address), `as ${address}`).toBe('address')
      expect(shown(address), `as ${address}`).toBe('address')
    }
    for (const address of ['https://example.org', 'mailto:a@example.org', '#agenda', '../notes/1.md', '']) {
      expect(linked(address), `as ${address}`).toBe('fits')
      expect(shown(address), `as ${address}`).toBe('fits')
    }
  })

  test('[GU7] lets people split, move, delete and bring back what was imported with such an address', () => {
    const { doc, judgeNext } = meeting(seedUpdate(parse('a [long link](javascript:old) here\n\nb')))
    const link = (content: Y.XmlFragment): Y.XmlText => text(content)
    expect(judgeNext((content) => link(content).format(4, 2, { link: null }))).toBe('fits')
    const marks = { link: { href: 'javascript:old', title: null, reference: null } }
    expect(judgeNext((content) => content.insert(1, [element('paragraph', new Y.XmlText('moved'))]))).toBe('fits')
    expect(judgeNext((content) => textsIn(content)[1]?.format(0, 5, marks))).toBe('fits')
    const undo = new Y.UndoManager(contentOf(doc))
    expect(judgeNext((content) => content.delete(0, 2))).toBe('fits')
    expect(judgeNext(() => void undo.undo())).toBe('fits')
    expect(judgeNext((content) => link(content).format(0, 1, { link: { href: 'javascript:new' } }))).toBe('address')
  })

  test('[GU8] refuses nothing that people do, apart and together, nor what is undone or sent once more', () => {
    const { seed, runs } = fuzzSettings('honest', 60)
    const dice = random(seed)
    let judged = 0
    for (let run = 0; run < runs; run++) {
      const known = knownOf(docOf(SEED))
      const people = [docOf(SEED), docOf(SEED), docOf(SEED)]
      const undos = people.map((doc) => new Y.UndoManager(contentOf(doc), { captureTimeout: 0 }))
      const send = (update: Uint8Array): void => {
        const verdict = judge(update, known)
        expect(verdict, `PLENARY_SEED=${seed}, run ${run}`).toMatchObject({ verdict: 'fits' })
        if (verdict.verdict === 'fits') known.add(verdict)
        judged++
      }
      for (const doc of people) doc.on('update', (update: Uint8Array, from: unknown) => from !== send && send(update))
      for (let step = 0; step < 60; step++) {
        const who = dice.whole(people.length)
        const [doc, other] = [people[who], dice.one(people)]
        if (doc === undefined) throw new Error('there is somebody')
        const roll = dice.whole(10)
        if (roll < 5) editAtRandom(doc, dice, () => `w${dice.whole(1000)}`)
        else if (roll < 6) undos[who]?.undo()
        else if (roll < 7) undos[who]?.redo()
        else if (roll < 9) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), send)
        else send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
      }
    }
    process.stdout.write(`honest: ${judged} updates\n`)
  })

  test('[GU8] lets somebody write into what others have deleted and a compaction has collected', () => {
    let replica = new Replica(SEED)
    const known = new Known(() => replica)
    const [ann, bob] = [docOf(SEED), docOf(SEED)]
    const send = (doc: Y.Doc, change: (content: Y.XmlFragment) => void): string => {
      const before = Y.encodeStateVector(doc)
      change(contentOf(doc))
      const update = Y.encodeStateAsUpdate(doc, before)
      const verdict = judge(update, known)
      if (verdict.verdict === 'fits') {
        known.add(verdict)
        replica.apply([verdict.update])
      }
      return verdict.verdict
    }
    const write = (content: Y.XmlFragment): void => text(content, 'heading').insert(3, '!')
    expect(send(ann, write)).toBe('fits')
    expect(send(ann, (content) => set(find(content, 'heading'), 'id', 'a'))).toBe('fits')
    expect(send(ann, (content) => find(content, 'heading').insert(0, [new Y.XmlText('b')]))).toBe('fits')
    expect(send(ann, (content) => content.delete(0))).toBe('fits')
    replica = new Replica(tidy(replica.state()).snapshot)
    expect(send(bob, write)).toBe('fits')
    expect(send(bob, (content) => find(content, 'heading').insert(1, [element('hardBreak')]))).toBe('fits')
    expect(send(bob, (content) => set(find(content, 'heading'), 'level', 3))).toBe('fits')
  })

  test('[GU9] ignores what is known already, whatever it is', () => {
    const doc = new Y.Doc()
    contentOf(doc).insert(0, [element('poll')])
    const old = Y.encodeStateAsUpdate(doc)
    const { doc: page, judgeNext } = meeting(old)
    expect(judgeNext((content) => content.insert(0, [element('paragraph')]))).toBe('fits')
    expect(judge(Y.encodeStateAsUpdate(page), knownOf(docOf(old)))).toMatchObject({ verdict: 'fits', adds: true })
  })
})
