import { matterWith, scalar } from '../blocks/matter/write.ts'
import { type Named, writeEntry } from '../blocks/people/entry-pattern.ts'
import type { RawBlockJson } from '../document/node.ts'
import type { MatterField } from './house-style.ts'
import { fill, placesIn, type Values } from './pattern.ts'

/** The front matter of new minutes; undefined where the style has none. */
export function matterOf(
  fields: readonly MatterField[],
  values: Values,
  people: readonly Named[],
): RawBlockJson | undefined {
  if (fields.length === 0) return undefined
  return matterWith(fields.flatMap((field) => linesOf(field, values, people)).join('\n'))
}

function linesOf({ key, value, isList }: MatterField, values: Values, people: readonly Named[]): string[] {
  // A list that names nobody is the same in every file.
  const isOfPeople = placesIn(value).includes('name')
  const entries = isOfPeople ? people.map((person) => writeEntry(person, value)) : value.split('\n')
  if (isList) return [`${key}:`, ...entries.filter((entry) => entry !== '').map((entry) => `- ${scalar(entry)}`)]
  return [`${key}: ${isOfPeople ? entries.join(', ') : filled(value, values)}`.trimEnd()]
}

/** Between double quotes YAML reads backslashes and quotes as its own. */
function filled(value: string, values: Values): string {
  if (!value.startsWith('"')) return fill(value, values)
  const quoted = Object.entries(values).map(([name, text]) => [name, text?.replace(/["\\]/g, '\\$&')])
  return fill(value, Object.fromEntries(quoted) as Values)
}
