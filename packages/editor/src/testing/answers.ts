import { vi } from 'vitest'

/** What was asked of the server, and what it answers; anything else is not found. */
export interface Answers {
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown }[]
}

/** Answers the page's requests, by method and path: `POST /api/me`. */
export function answering(
  answers: Readonly<Record<string, (body: unknown) => { status?: number; json?: unknown }>>,
): Answers {
  const asked: Answers['asked'] = []
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
    const read: unknown = body === undefined ? undefined : JSON.parse(body)
    asked.push({ method, path, body: read })
    const { status = 200, json } = answers[`${method} ${path}`]?.(read) ?? {
      status: 404,
      json: { error: { code: 'not-found', message: 'There is nothing here.' } },
    }
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(json ?? {}), { status }))
  })
  return { asked }
}
