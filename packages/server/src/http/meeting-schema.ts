import { createRequire } from 'node:module'

interface MeetingSchema {
  readonly properties: Readonly<Record<string, object>>
  readonly $defs: Readonly<Record<string, object>>
}

/** A meeting as data, as JSON Schema: the file that the README points to. */
export const { properties, $defs } = createRequire(import.meta.url)(
  '@plenary/shared/meeting.schema.json',
) as MeetingSchema
