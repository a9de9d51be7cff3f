import type { Person } from '@plenary/shared/meeting'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

/** The token of the operator in tests, and the header with it. */
export const TOKEN = 'the-token-of-the-operator-of-tests'
export const ADMINISTRATOR = { authorization: `Bearer ${TOKEN}` }

export interface CameIn {
  readonly person: Person
  /** With these, a request is theirs. */
  readonly headers: { readonly cookie: string }
  readonly answer: object
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export function asked(
  app: FastifyInstance,
  method: Method,
  url: string,
  options: Pick<InjectOptions, 'headers'> & { readonly body?: object } = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method, url, ...options })
}

/** Somebody new follows an invitation. */
export async function comeIn(app: FastifyInstance, token: string, name: string): Promise<CameIn> {
  return known(await asked(app, 'POST', '/api/invitations/accept', { body: { token, name } }))
}

/** Somebody says a name, on an open server. */
export async function introduce(app: FastifyInstance, name: string): Promise<CameIn> {
  return known(await asked(app, 'POST', '/api/me', { body: { name } }))
}

function known(answer: LightMyRequestResponse): CameIn {
  const [cookie] = answer.cookies
  if (answer.statusCode !== 200 || cookie === undefined) throw new Error(answer.body)
  const body = answer.json<{ person: Person }>()
  return { person: body.person, headers: { cookie: `${cookie.name}=${cookie.value}` }, answer: body }
}
