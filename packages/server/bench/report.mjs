import { toGoals } from './goals.mjs'
import { SCENARIOS } from './scenarios/all.mjs'
import { SERVERS } from './servers.mjs'
import { figureOf } from './stats.mjs'

/** @typedef {readonly (readonly [title: string, figure: string, digits?: number])[]} Columns */

/** @type {Columns} */
const TYPING = [
  ['delivered / CPU s', 'perCpuSecond', 0],
  ['p50, ms', 'p50'],
  ['p99, ms', 'p99'],
  ['share of a core', 'cpuShare', 2],
  ['memory, MiB', 'memory', 0],
  ['missing', 'missing', 0],
  ['late load, p99, ms', 'lag'],
]

/** @type {Record<string, Columns>} */
const COLUMNS = {
  'rooms-50x5': TYPING,
  'hot-50': TYPING,
  'hot-200': TYPING,
  'hot-400': TYPING,
  join: [
    ['CPU for 1,000 edits, ms', 'feedCpu'],
    ['warm, ms', 'warm.time'],
    ['warm CPU, ms', 'warm.cpu'],
    ['warm bytes', 'warm.bytes', 0],
    ['deflated bytes', 'deflated.bytes', 0],
    ['cold, ms', 'cold.time'],
    ['cold CPU, ms', 'cold.cpu'],
    ['cold bytes', 'cold.bytes', 0],
    ['cold deflated, CPU, ms', 'coldDeflated.cpu'],
    ['disk, closed', 'diskClosed', 0],
  ],
  storm: [
    ['all in, ms', 'allIn', 0],
    ['p50, ms', 'p50', 0],
    ['CPU of one, ms', 'cpu'],
    ['p99 of a key, quiet, ms', 'quiet'],
    ['meanwhile, ms', 'during'],
  ],
  idle: [
    ['kB for a room', 'perRoom'],
    ['kB for a connection', 'perConnection'],
    ['share of a core', 'idleCpu', 4],
  ],
  start: [
    ['ready, ms', 'ready', 0],
    ['first has joined, ms', 'joined', 0],
    ['CPU, ms', 'cpu', 0],
    ['memory, MiB', 'memory', 0],
  ],
  slow: [
    ['MiB typed', 'sent', 1],
    ['memory before, MiB', 'before', 0],
    ['at most, MiB', 'most', 0],
    ['p99 of the others, ms', 'p99'],
    ['cut off', 'cutOff', 0],
    ['keys missing at the end', 'missing', 0],
  ],
}

/** @type {Record<string, string>} */
const TITLES = {
  'rooms-50x5': '50 rooms of 5 people, 4 characters a second each',
  'hot-50': 'One room of 50 people, 4 characters a second each',
  'hot-200': 'One room of 200 people, 4 characters a second each',
  'hot-400': 'One room of 400 people, a character a second each',
  join: 'A long meeting: 100,000 edits',
  storm: '300 people join in the same moment, 10 type',
  idle: 'Rooms in which nobody writes',
  start: 'A start with 1,000 meetings',
  slow: '10 of 20 people stop reading for a while',
}

/**
 * @param {import('./setting.mjs').Setting} setting
 * @param {readonly import('./engine.bench.mjs').Sample[]} samples
 * @param {readonly import('./engine.bench.mjs').Measurement[]} unfinished those that did not come to the end in time
 * @returns {string} Markdown
 */
export function report(setting, samples, unfinished) {
  const rounds = Math.max(...samples.map(({ round }) => round))
  const goals = toGoals(samples).map(({ goal, found, isMet }) => [goal, found, isMet ? '**met**' : '**missed**'])
  const measured = Object.keys(SCENARIOS).filter((name) => samples.some(({ scenario }) => scenario === name))
  return `${[
    '# The engine beside its peers',
    `Written by \`engine.bench.mjs --save\`; README.md says how it measures. ${setting.date}, ${setting.processor}, ${setting.cores} cores, one for the server and one for the load, Node ${setting.node}. Medians of ${rounds} rounds. ${setting.peers}.`,
    '## Goals',
    table(['goal', 'found', ''], goals),
    ...measured.flatMap((name) => [`## ${TITLES[name]}`, tableOf(samples, name)]),
    ...(unfinished.length === 0 ? [] : ['## Did not come to the end', unfinished.map(nameOf).join('\n')]),
  ].join('\n\n')}\n`
}

/** @param {import('./engine.bench.mjs').Measurement} measurement */
function nameOf({ scenario, server, round }) {
  return `- ${scenario}, ${server}, round ${round}`
}

/**
 * @param {readonly import('./engine.bench.mjs').Sample[]} samples
 * @param {string} scenario
 */
function tableOf(samples, scenario) {
  const columns = COLUMNS[scenario] ?? []
  const rows = Object.entries(SERVERS)
    .filter(([name]) => samples.some((sample) => sample.scenario === scenario && sample.server === name))
    .map(([name, { title }]) => [
      title,
      ...columns.map(([, figure, digits = 1]) => number(figureOf(samples, scenario, name, figure), digits)),
    ])
  return table(['', ...columns.map(([title]) => title)], rows)
}

/**
 * @param {number} value
 * @param {number} digits
 */
function number(value, digits) {
  if (Number.isNaN(value)) return ''
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
