import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'

import { failed } from '../backup/error.ts'
import { type Entry, pack } from '../backup/pack.ts'
import type { Outcome, Wish } from './wish.ts'

/**
 * A socket in the data folder. Whoever may open it is the operator, writes what they want as one line of JSON, and is sent a
 * backup, or what came of it as JSON.
 */
export const SOCKET = 'plenary.sock'

/** The path of a socket has room for 104 bytes on macOS and 108 on Linux. */
const LONGEST_PATH = 100

/** Where nothing moves for so many milliseconds, nobody waits any longer. */
const STALLED = 60_000

type Ask = { readonly ask: 'backup' } | { readonly ask: 'wish'; readonly wish: Wish }

export interface Offered {
  /** Ends what is under way, too. */
  close(): Promise<void>
}

export interface Offer {
  /** Everything that is stored, as of the call. */
  readonly entries: () => AsyncIterable<Entry>
  readonly carryOut: (wish: Wish) => Promise<Outcome>
  readonly report: (problem: string, error: unknown) => void
}

/** Lets `plenary backup` and its like have what this process holds open. Only one process may do so for a data folder at a time. */
export async function serveOperator(data: string, { entries, carryOut, report }: Offer): Promise<Offered> {
  const sockets = new Set<Socket>()
  const answer = async (socket: Socket): Promise<void> => {
    const asked = await readAsk(socket)
    if (asked?.ask === 'backup') {
      return pipeline(pack(entries(), new Date()), socket).catch((error: unknown) =>
        report('a backup was not sent to its end', error),
      )
    }
    if (asked?.ask === 'wish') socket.end(JSON.stringify(await carryOut(asked.wish)))
    else socket.destroy()
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setTimeout(STALLED, () => socket.destroy())
    // Whoever has gone needs no answer; a backup that is not sent to its end is reported there.
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    answer(socket).catch((error: unknown) => {
      report('the operator could not be answered', error)
      socket.destroy()
    })
  })
  server.on('error', (error) => report('the operator cannot ask for anything', error))
  // What a killed server has left.
  await rm(join(data, SOCKET), { force: true })
  await withShortPath(data, async (path) => {
    // From its first moment on, nobody else may open it.
    const mask = process.umask(0o177)
    server.listen(path)
    process.umask(mask)
    await once(server, 'listening')
  })
  return {
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await rm(join(data, SOCKET), { force: true })
    },
  }
}

/** Undefined where somebody went before they asked. What is asked comes from the same installation, by the server's own user. */
async function readAsk(socket: Socket): Promise<Ask | undefined> {
  const lines = createInterface({ input: socket })
  try {
    const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string | undefined]
    return line === undefined ? undefined : (JSON.parse(line) as Ask)
  } finally {
    lines.close()
  }
}

/** Uses the bytes of a backup from the server that holds the data; undefined where none does. */
export async function askForBackup<T>(
  data: string,
  use: (pieces: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | undefined> {
  return withServer(data, { ask: 'backup' }, (socket) =>
    use(piecesOf(socket, `The server of ${data} did not send the backup to its end`)),
  )
}

/** What came of a wish that the server which holds the data was asked for; undefined where none does. */
export async function askForWish(data: string, wish: Wish): Promise<Outcome | undefined> {
  return withServer(data, { ask: 'wish', wish }, async (socket) => {
    const says = `The server of ${data} did not answer`
    const pieces: Uint8Array[] = []
    for await (const piece of piecesOf(socket, says)) pieces.push(piece)
    if (pieces.length === 0) throw failed(says, new Error('it hung up'))
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as Outcome
  })
}

async function withServer<T>(data: string, ask: Ask, use: (socket: Socket) => Promise<T>): Promise<T | undefined> {
  const socket = await reach(data)
  if (socket === undefined) return undefined
  socket.setTimeout(STALLED, () => socket.destroy())
  // Whoever reads from it hears of it.
  socket.on('error', () => {})
  try {
    socket.write(`${JSON.stringify(ask)}\n`)
    return await use(socket)
  } finally {
    socket.destroy()
  }
}

async function reach(data: string): Promise<Socket | undefined> {
  return withShortPath(data, async (path) => {
    const socket = connect(path)
    try {
      await once(socket, 'connect')
      return socket
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ECONNREFUSED') return undefined
      throw failed(`The server of ${data} cannot be asked`, error)
    }
  })
}

async function* piecesOf(socket: Socket, says: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* socket
  } catch (error) {
    throw failed(says, error)
  }
}

/** A path of the socket that fits, if need be by a link that is gone when `use` is done. */
async function withShortPath<T>(data: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = join(data, SOCKET)
  if (Buffer.byteLength(path) <= LONGEST_PATH) return use(path)
  const folder = await mkdtemp(join(tmpdir(), 'plenary-'))
  try {
    await symlink(data, join(folder, 'data'))
    return await use(join(folder, 'data', SOCKET))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
