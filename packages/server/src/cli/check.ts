import { basename, extname } from 'node:path'

import { describeText, type Description } from '@plenary/shared/structure'

import { readTextFile } from './file.ts'
import { reportOf } from './report.ts'

/** Where a command writes: what was asked for, and what people should know. */
export interface Output {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

export const CHECK_USAGE = `Usage: plenary check [--json] FILE…

Says what is understood of files of minutes: when and where, who was there, the agenda, action items, decisions, polls and
speakers, each with its line, and what they leave open.

  --json   the same as data, as described by packages/shared/src/structure/meeting.schema.json, and what is left open as
           "problems": [{ kind, sentence, line }]; of several files an array
  --help   this text

The exit code is 0, or 1 if a file could not be read; the others are done all the same.
`

/** Runs `plenary check` with these arguments and gives its exit code. */
export async function check(args: readonly string[], { out, error }: Output): Promise<number> {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const options = args.slice(0, end).filter((arg) => arg.startsWith('-'))
  const paths = [...args.slice(0, end).filter((arg) => !arg.startsWith('-')), ...args.slice(end + 1)]
  if (options.includes('--help') || options.includes('-h')) {
    out(CHECK_USAGE)
    return 0
  }
  const unknown = options.find((option) => option !== '--json')
  if (unknown !== undefined) {
    error(`There is no option ${unknown}; see plenary check --help.\n`)
    return 1
  }
  if (paths.length === 0) {
    error(CHECK_USAGE)
    return 1
  }
  const found: Found[] = []
  for (const path of paths) {
    const file = await readTextFile(path)
    if (file.ok) found.push({ path, description: describeText(file.text, { id: path, name: nameOf(path) }) })
    else error(`${file.problem}\n`)
  }
  if (found.length > 0) out(options.includes('--json') ? json(found, paths.length > 1) : text(found))
  return found.length === paths.length ? 0 : 1
}

interface Found {
  readonly path: string
  readonly description: Description
}

function nameOf(path: string): string {
  return basename(path, extname(path))
}

function text(found: readonly Found[]): string {
  return found.map(({ path, description }) => reportOf(path, description)).join('\n')
}

function json(found: readonly Found[], isArray: boolean): string {
  const data = found.map(({ description: { structure, problems } }) => ({
    ...structure,
    problems: problems.map(({ kind, sentence, line }) => ({ kind, sentence, line })),
  }))
  return `${JSON.stringify(isArray ? data : data[0], undefined, 2)}\n`
}
