import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import * as Y from 'yjs'

import { read, seedUpdate } from '../dist/document/index.js'
import { parse, print, readBase } from '../dist/markdown/index.js'

/**
 * What import and export cost, in CPU time, against remark's bare parse and stringify of the same files in the same run.
 * `PLENARY_CORPUS` names another folder of files; without any the fixtures are measured. Writes RESULTS.md.
 */
const here = dirname(fileURLToPath(import.meta.url))
const corpus = process.env.PLENARY_CORPUS ?? resolve(here, '../../../../shared/corpus')
const isCorpus = existsSync(corpus)
const folder = isCorpus ? corpus : join(here, '../src/markdown/fixtures')
const texts = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.md') && !name.endsWith('MANIFEST.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkStringify)
const ROUNDS = Number(process.env.PLENARY_RUNS ?? 5)

const subjects = {
  'remark: parse and stringify': (text) => remark.stringify(remark.parse(text)),
  'lens: import': (text) => parse(text),
  'lens: export, unedited': (text, it) => print(it.document, { base: text }),
  'lens: export, edited': (text, it) => print(it.edited, { base: text }),
  'lens: export, edited, base read before': (text, it) => print(it.edited, { base: it.base }),
  'lens: export without a base': (text, it) => print(it.document),
  'lens: through Yjs and back': (text, it) => through(it.document),
}

const items = texts.map((text) => {
  const base = readBase(text)
  return { text, base, document: base.document, edited: withWord(base.document) }
})
const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
// Round by round, so that what else the machine does falls on all alike; the first round only warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, run] of Object.entries(subjects)) {
    globalThis.gc?.()
    const start = process.cpuUsage()
    for (const item of items) run(item.text, item)
    const { user, system } = process.cpuUsage(start)
    if (round > 0) times[name].push((user + system) / 1000)
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const cost = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
const whole = cost['remark: parse and stringify']
const both = cost['lens: import'] + cost['lens: export, edited'] + cost['lens: through Yjs and back']
const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000
const rows = Object.entries(cost).map(
  ([name, ms]) => `| ${name} | ${ms.toFixed(0)} | ${(ms / kilobytes).toFixed(2)} | ${(ms / whole).toFixed(2)} |`,
)
const report = `# What the lens costs

\`npm run bench -- lens\`: CPU time (user and system) of ${isCorpus ? `${texts.length} files of real minutes` : `${texts.length} fixtures`}, ${kilobytes.toFixed(0)} kB, median of ${ROUNDS} rounds after one to warm up, all in one process.
Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; remark-parse 11.0.0, remark-gfm 4.0.1, remark-frontmatter 5.0.0, remark-stringify 11.0.0.

| | ms | ms per kB | × remark |
| --- | --: | --: | --: |
${rows.join('\n')}

**Import, Yjs, and export of an edited document together: ${(both / whole).toFixed(2)} × remark's bare parse and stringify** (the bar is 4). The export reads its base
and reads back what it wrote; where the base has been read before, as on the page and while nothing is published, the first is saved.
`
console.log(report)
if (isCorpus) writeFileSync(join(here, 'RESULTS.md'), report)
if (both / whole > 4) process.exitCode = 1

/** The document with one word more in its first paragraph. */
function withWord(document) {
  const edited = structuredClone(document)
  const find = (node) =>
    node.type === 'paragraph' && node.content ? node : (node.content ?? []).map(find).find(Boolean)
  find(edited)?.content.push({ type: 'text', text: ' and_more' })
  return edited
}

function through(document) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(document))
  return read(doc)
}
