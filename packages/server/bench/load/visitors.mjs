import { Newcomer } from './newcomer.mjs'

/** The process of those who come all at once: it waits for the word, and tells how long each took until all was there. */

const { place, people, history } = JSON.parse(process.argv[2] ?? '{}')
const clocks = new Map(history)

process.once('message', () => void come())

async function come() {
  const began = performance.now()
  const visitors = Array.from({ length: people }, () => new Newcomer(place))
  const times = await Promise.all(
    visitors.map(async (visitor) => {
      await visitor.join({ clocks })
      return performance.now() - began
    }),
  )
  process.send?.({ times })
}
process.send?.('ready')
