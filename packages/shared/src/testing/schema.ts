import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'

const file = new URL('../structure/meeting.schema.json', import.meta.url)
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(file, 'utf8')) as object,
)

/** What the schema of a meeting has against this; nothing where it is one. */
export function faultsOf(value: unknown): readonly string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
