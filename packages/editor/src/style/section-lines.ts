import type { HouseStyle } from '@plenary/shared/style'

type Section = HouseStyle['sections'][number]
type Head = Section['head']

const KINDS = [
  'attendance',
  'agenda',
  'notes',
  'actions',
  'decisions',
  'other',
] as const satisfies readonly Section['kind'][]

/** The sections of a style as lines that people read and write: `agenda: ## Agenda`, `actions: **Action items:**`, `notes: - Notes`. */
export function writeSections(sections: readonly Section[]): string {
  return sections.map(({ kind, head }) => `${kind}: ${writeHead(head)}`.trimEnd()).join('\n')
}

function writeHead(head: Head): string {
  switch (head.form) {
    case 'heading':
      return `${'#'.repeat(head.level)} ${head.text}`
    case 'label':
      return head.text
    case 'item':
      return `- ${head.text}`
    case 'none':
      return ''
  }
}

/** The same back; what always stands in a section stays with it. Null where a line says no kind of section. */
export function readSections(text: string, before: readonly Section[]): readonly Section[] | null {
  const sections: Section[] = []
  const left = [...before]
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, word, rest = ''] = /^\s*([a-z]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    const kind = KINDS.find((each) => each === word)
    if (kind === undefined) return null
    const head = readHead(rest)
    const same = left.findIndex((section) => section.kind === kind && (kind !== 'other' || isSame(section.head, head)))
    const [known] = same < 0 ? [] : left.splice(same, 1)
    sections.push({ kind, head, body: known?.body ?? '' })
  }
  return sections
}

function readHead(text: string): Head {
  if (text === '') return { form: 'none' }
  const [, marks, title] = /^(#{1,6}) (.+)$/.exec(text) ?? []
  if (marks !== undefined && title !== undefined) return { form: 'heading', level: marks.length, text: title }
  return text.startsWith('- ') ? { form: 'item', text: text.slice(2) } : { form: 'label', text }
}

function isSame(a: Head, b: Head): boolean {
  return writeHead(a) === writeHead(b)
}
