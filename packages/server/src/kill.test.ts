import { contentOf } from '@plenary/shared/document'
import { expect, test } from 'vitest'

import { eventually } from './testing/eventually.ts'
import { temporaryFolder } from './testing/folder.ts'
import { ServerProcess } from './testing/process.ts'
import { fuzzSettings, type Random, random } from './testing/random.ts'
import { seriesIn } from './testing/series.ts'
import { createMeeting, join, type StockClient, writeParagraph } from './testing/stock-client.ts'
import { textOf } from './testing/text.ts'

/** Words that are told apart in the exported text, and never one within another. */
const WORDS = /w\d+x/g

test(
  '[RM13] whatever anybody has seen of another is there after kill -9, each word once',
  { timeout: 600_000 },
  async () => {
    const { seed, runs } = fuzzSettings('kill -9', 5)
    const dice = random(seed)
    const data = await temporaryFolder()
    let server = new ServerProcess({ PORT: '0', PLENARY_DATA: data })
    const address = await server.ready()
    const port = new URL(address).port
    const id = await createMeeting(address)
    const people = Array.from({ length: 4 }, () => ({ ...join(address, id), words: new Set<string>() }))
    const counts = { written: 0, seen: 0 }

    for (let round = 0; round < runs; round++) {
      await eventually(() => people.every(({ provider }) => provider.synced))
      await typeForAWhile(people, dice, counts)
      server.signal('SIGKILL')
      // Whatever a person sees of another at this moment has come through the server.
      const seen = new Set(
        people.flatMap((person) => wordsIn(textOf(person.doc)).filter((word) => !person.words.has(word))),
      )
      for (const { provider } of people) provider.disconnect()
      await server.ended()
      server = new ServerProcess({ PORT: port, PLENARY_DATA: data })
      await server.ready()
      // Nobody is connected, so this is what the disk has.
      const kept = wordsIn(await (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text())
      expect(new Set(kept).size).toBe(kept.length)
      expect([...seen].filter((word) => !kept.includes(word))).toEqual([])
      counts.seen += seen.size
      for (const { provider } of people) provider.connect()
    }

    await eventually(() => people.every(({ doc }) => wordsIn(textOf(doc)).length === counts.written))
    expect(new Set(people.map(({ doc }) => textOf(doc))).size).toBe(1)
    expect(counts.seen).toBeGreaterThan(0)
    process.stdout.write(`kill -9: ${JSON.stringify(counts)}\n`)
  },
)

/** Text that is written and taken out again makes a log long, and its minutes no larger: it is made short again and again. */
const BALLAST = 'x'.repeat(20_000)

test(
  '[RM13] [RM15] a kill -9 while logs are being made short loses nothing that was seen, and nothing is twice',
  { timeout: 600_000 },
  async () => {
    const { seed, runs } = fuzzSettings('kill -9 while logs are made short', 4)
    const dice = random(seed)
    const data = await temporaryFolder()
    const settings = { PORT: '0', PLENARY_DATA: data, PLENARY_METRICS: '0' }
    let server = new ServerProcess(settings)
    const address = await server.ready()
    const id = await createMeeting(address)
    const [ann, bob] = [join(address, id), join(address, id)]
    let [written, compactions] = [0, 0]

    for (let round = 0; round < runs; round++) {
      await eventually(() => ann.provider.synced && bob.provider.synced)
      const metrics = await server.says(/^Metrics are at (\S+)$/m)
      const made = async (): Promise<number> =>
        (await seriesIn((await fetch(metrics)).text()))['plenary_compactions_total'] ?? 0
      const enough = 1 + dice.whole(4)
      while ((await made()) < enough) {
        for (let turn = dice.whole(6); turn >= 0; turn--) {
          writeParagraph(ann.doc, 0, BALLAST)
          contentOf(ann.doc).delete(0)
          writeParagraph(ann.doc, contentOf(ann.doc).length, `w${written++}x`)
        }
      }
      compactions += enough
      server.signal('SIGKILL')
      const seen = wordsIn(textOf(bob.doc))
      for (const { provider } of [ann, bob]) provider.disconnect()
      await server.ended()
      server = new ServerProcess({ ...settings, PORT: new URL(address).port })
      await server.ready()
      const kept = wordsIn(await (await fetch(`${address}/api/meetings/${id}/minutes.md`)).text())
      expect(new Set(kept).size).toBe(kept.length)
      expect(seen.filter((word) => !kept.includes(word))).toEqual([])
      for (const { provider } of [ann, bob]) provider.connect()
    }

    await eventually(() => [ann, bob].every(({ doc }) => wordsIn(textOf(doc)).length === written))
    server.signal('SIGTERM')
    expect(await server.ended()).toMatchObject({ code: 0, error: '' })
    process.stdout.write(`kill -9 while logs are made short: ${JSON.stringify({ runs, compactions, written })}\n`)
  },
)

interface Writer extends StockClient {
  readonly words: Set<string>
}

/** All type, a word every few milliseconds, until some random moment. */
async function typeForAWhile(people: readonly Writer[], dice: Random, counts: { written: number }): Promise<void> {
  for (let words = 20 + dice.whole(150); words > 0; words--) {
    const { doc, words: own } = dice.one(people)
    const word = `w${counts.written++}x`
    own.add(word)
    writeParagraph(doc, dice.whole(contentOf(doc).length + 1), word)
    await new Promise((resolve) => setTimeout(resolve, dice.whole(4)))
  }
}

function wordsIn(text: string): string[] {
  return text.match(WORDS) ?? []
}
