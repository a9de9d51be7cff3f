import type { Description, Structure } from '@plenary/shared/structure'

/** What was understood of a file, to be read by people: nothing is said of what the file has not. */
export function reportOf(path: string, { structure, problems }: Description): string {
  const sections = [
    section('Agenda', agenda(structure.agenda)),
    section('People', structure.attendees.map(person)),
    section('Action items', structure.actions.map(action)),
    section(
      'Decisions',
      structure.decisions.map(({ text, line }) => `line ${line}: ${text}`),
    ),
    section('Polls', structure.polls.map(poll)),
    section(
      'Speakers',
      structure.speakers.map(({ name, turns }) => `${name}, ${count(turns, 'time')}`),
    ),
    section(
      'Left open',
      problems.map(({ sentence, line }) => `line ${line}: ${sentence}`),
    ),
  ]
  const lines = [`${path}: ${structure.title}`, ...facts(structure), ...sections.flat()]
  if (lines.length === 1) lines.push('  Nothing else was recognised.')
  return `${lines.map(visible).join('\n')}\n`
}

function section(name: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ['', `  ${name} (${entries.length})`, ...entries.map((entry) => `    ${entry}`)]
}

function facts({ date, time, timeZone, location, group, tags, noteTakers }: Structure): string[] {
  const when = [date ?? '', time ?? '', timeZone ?? ''].filter((part) => part !== '').join(' ')
  const all = { Group: group, When: when, Where: location, Notes: noteTakers.join(', '), Tags: tags.join(', ') }
  return Object.entries(all).flatMap(([name, value]) => (value ? [`  ${name.padEnd(6)} ${value}`] : []))
}

function agenda(items: Structure['agenda'], indent = ''): string[] {
  return items.flatMap(({ text, minutes, presenter, items: inner }) => [
    `${indent}${withMore(text, [presenter, minutes === undefined ? undefined : `${minutes} min`])}`,
    ...agenda(inner, `${indent}  `),
  ])
}

function person({ name, initials, handle, affiliation, state }: Structure['attendees'][number]): string {
  const more = [initials, handle && `@${handle}`, affiliation, state === 'present' ? undefined : state]
  return withMore(name, more)
}

function action({ text, owners, due, done, line }: Structure['actions'][number]): string {
  return `line ${line}: [${done ? 'x' : ' '}] ${withMore(text, [...owners, due && `due ${due}`])}`
}

function poll({ question, options, abstain, outcome, line }: Structure['polls'][number]): string {
  const counts = options.map(({ label, count: votes }) => `${label} ${votes ?? '–'}`)
  const tally = [...counts, ...(abstain === undefined ? [] : [`abstained ${abstain}`])].join(', ')
  return `line ${line}: ${[question, tally, outcome && `→ ${outcome}`].filter(Boolean).join(' ')}`
}

function withMore(text: string, more: readonly (string | undefined)[]): string {
  const said = more.filter((part) => part)
  return said.length === 0 ? text : `${text} (${said.join(', ')})`
}

function count(number: number, word: string): string {
  return number === 1 ? `1 ${word}` : `${number} ${word}s`
}

/** Each entry is a line, and what a terminal would obey is nothing that minutes say. */
function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
