import { isMeetingId } from '@plenary/shared/meeting'
import { STYLE_SCHEMA } from '@plenary/shared/style'
import type { FastifyRequest } from 'fastify'

import type { Permissions } from '../auth/permissions.ts'
import { visitorOf } from '../auth/who.ts'
import { AppError } from '../error.ts'
import type { StyleChoice } from '../meeting/style.ts'

const LIKE = {
  type: 'object',
  additionalProperties: false,
  required: ['like'],
  properties: { like: { type: 'string', maxLength: 100 } },
} as const

/**
 * A style as requests name it. Throws `AppError` that says what is wrong with it, and where; or that whoever asks may not read the
 * meeting that it is to be taken from.
 */
export async function styleChoice(
  request: FastifyRequest,
  permissions: Permissions,
  value: unknown,
): Promise<StyleChoice> {
  const choice = readChoice(request, value)
  if (typeof choice === 'object' && 'like' in choice && isMeetingId(choice.like)) {
    await permissions.meeting(visitorOf(request), 'read', choice.like).catch(unlessMissing)
  }
  return choice
}

/** That there is no such meeting is said by who looks for its style. */
function unlessMissing(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'not-found')) throw error
}

function readChoice(request: FastifyRequest, value: unknown): StyleChoice {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError(
      'bad-request',
      'A style is a name, an object with "like" and the id of a meeting, or a whole style.',
    )
  }
  const schema = 'like' in value ? LIKE : STYLE_SCHEMA
  const isAsItShould = request.compileValidationSchema(schema)
  if (isAsItShould(value)) return value as StyleChoice
  const { instancePath = '', message = 'is wrong' } = isAsItShould.errors?.[0] ?? {}
  const place = instancePath === '' ? 'it' : `its ${instancePath.slice(1).replaceAll('/', ' → ')}`
  throw new AppError('bad-request', `This style is not as it should be: ${place} ${message}.`)
}
