import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { failed } from './error.ts'
import { type Entry, pack } from './pack.ts'

/** A socket in the data folder: whoever may open it connects and is sent a backup. */
export const SOCKET = 'backup.sock'

/** The path of a socket has room for 104 bytes on macOS and 108 on Linux. */
const LONGEST_PATH = 100

/** Where nothing moves for so many milliseconds, nobody waits any longer. */
const STALLED = 60_000

export interface BackupsOffered {
  /** Ends those under way, too. */
  close(): Promise<void>
}

export interface Offer {
  /** Everything that is stored, as of the call. */
  readonly entries: () => AsyncIterable<Entry>
  readonly report: (problem: string, error: unknown) => void
}

/** Lets `plenary backup` have what this process holds open. Only one process may do so for a data folder at a time. */
export async function offerBackups(data: string, { entries, report }: Offer): Promise<BackupsOffered> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setTimeout(STALLED, () => socket.destroy())
    pipeline(pack(entries(), new Date()), socket)
      .catch((error: unknown) => report('a backup was not sent to its end', error))
      .finally(() => sockets.delete(socket))
  })
  server.on('error', (error) => report('backups cannot be asked for', error))
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

/** Uses the bytes of a backup from the server that holds the data; undefined where none does. */
export async function askForBackup<T>(
  data: string,
  use: (pieces: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | undefined> {
  const socket = await reach(data)
  if (socket === undefined) return undefined
  socket.setTimeout(STALLED, () => socket.destroy())
  // Whoever reads from it hears of it.
  socket.on('error', () => {})
  try {
    return await use(piecesOf(data, socket))
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
      throw failed(`The server of ${data} cannot be asked for a backup`, error)
    }
  })
}

async function* piecesOf(data: string, socket: Socket): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* socket
  } catch (error) {
    throw failed(`The server of ${data} did not send the backup to its end`, error)
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
