import type { FastifyInstance } from 'fastify'

import { AppError } from '../error.ts'
import { type Exported, LensError } from '../markdown/lens.ts'
import { type Exports, fileName } from '../meeting/export.ts'
import type { MeetingRecord, Store } from '../store/store.ts'
import { findMeeting, ID } from './meetings.ts'

const MARKDOWN = 'text/markdown; charset=utf-8'

export interface MinutesOptions {
  readonly store: Store
  readonly exports: Exports
}

/** The minutes as a file: as they are now, and as they were imported. */
export function minutes(app: FastifyInstance, { store, exports }: MinutesOptions): void {
  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/minutes.md',
    { config: { asks: 'read' }, schema: { params: ID } },
    async (request, reply) => {
      const record = await findMeeting(store, request.params.id)
      const exported = await print(record)
      if (exported === undefined) throw new AppError('not-found', 'There is no such meeting.')
      const { text, exact, losses, name } = exported
      if (losses.length > 0) reply.header('plenary-losses', lossesHeader(losses))
      return reply
        .header('plenary-exact', String(exact))
        .header('content-disposition', disposition(name ?? fileName(record.title)))
        .header('cache-control', 'no-store')
        .type(MARKDOWN)
        .send(Buffer.from(text))
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/meetings/:id/base.md',
    { config: { asks: 'read' }, schema: { params: ID } },
    async (request, reply) => {
      const record = await findMeeting(store, request.params.id)
      const base = record.base === null ? undefined : await store.base(record.base)
      if (base === undefined) throw new AppError('not-found', 'This meeting began empty; no text was imported.')
      reply.headers({ etag: `"${record.base}"`, 'cache-control': 'private, max-age=31536000, immutable' })
      if (request.headers['if-none-match'] === `"${record.base}"`) return reply.code(304).send()
      return reply.type(MARKDOWN).send(Buffer.from(base))
    },
  )

  async function print(record: MeetingRecord): Promise<Exported | undefined> {
    try {
      return await exports.of(record)
    } catch (error) {
      if (!(error instanceof LensError)) throw error
      throw new AppError('internal', `The minutes could not be written as Markdown: ${error.message}.`, {
        cause: error,
      })
    }
  }
}

/** Some proxies give all headers of an answer 4 KiB. */
const ROOM = 2_800

/** Headers have no room for many sentences, and none for lines: the first few, one to a line, percent-encoded. */
function lossesHeader(losses: readonly string[]): string {
  let header = ''
  for (const loss of losses) {
    const line = encodeURIComponent(`${header === '' ? '' : '\n'}${loss.slice(0, 300).toWellFormed()}`)
    if (header.length + line.length > ROOM) break
    header += line
  }
  return header
}

/** The name in ASCII for the oldest programs, and in full for all others (RFC 6266). */
function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent)
  return `inline; filename="${ascii}"; filename*=UTF-8''${full}`
}

/** `encodeURIComponent` leaves some signs that mean something there (RFC 8187). */
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}
