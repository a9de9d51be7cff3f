import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

// Hocuspocus as its documentation starts it, with its SQLite extension. FLUSH is its own way to send less often, in ms.
const { PORT, DATA, FLUSH } = process.env

await new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: `${DATA}/minutes.sqlite` })],
  ...(FLUSH !== undefined && { flushDelay: Number(FLUSH) }),
}).listen()
