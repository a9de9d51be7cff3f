import { WebSocketServer } from 'ws'

// The floor of a server in Node: every frame goes to everybody else in the room, unread and unkept.
const rooms = new Map()

new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) }).on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.on('close', () => room.delete(socket))
})
