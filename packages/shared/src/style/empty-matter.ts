import type { RawBlockJson } from '../document/node.ts'
import { type Person, valuesOfPerson } from './empty-attendance.ts'
import type { MatterField } from './house-style.ts'
import { fill, placesIn, type Values } from './pattern.ts'

/** The front matter of new minutes; undefined where the style has none. */
export function matterOf(
  fields: readonly MatterField[],
  values: Values,
  people: readonly Person[],
): RawBlockJson | undefined {
  if (fields.length === 0) return undefined
  const lines = fields.flatMap((field) => linesOf(field, values, people))
  return { type: 'rawBlock', attrs: { kind: 'yaml' }, content: [{ type: 'text', text: lines.join('\n') }] }
}

function linesOf({ key, value, isList }: MatterField, values: Values, people: readonly Person[]): string[] {
  if (!isList) return [`${key}: ${filled(value, values)}`.trimEnd()]
  // A list that names no person is the same in every file.
  const isOfPeople = placesIn(value).includes('name')
  const entries = isOfPeople
    ? people.map((person) => filled(value, valuesOfPerson(person)))
    : value.split('\n').filter((entry) => entry !== '')
  return [`${key}:`, ...entries.map((entry) => `- ${entry}`)]
}

/** Between double quotes YAML reads backslashes and quotes as its own. */
function filled(value: string, values: Values): string {
  if (!value.startsWith('"')) return fill(value, values)
  const quoted = Object.entries(values).map(([name, text]) => [name, text?.replace(/["\\]/g, '\\$&')])
  return fill(value, Object.fromEntries(quoted) as Values)
}
