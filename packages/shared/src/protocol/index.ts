export { CLOSE, closeReason, isTemporary, type CloseReason } from './close.ts'
export {
  type Answer,
  decode,
  encode,
  type Frame,
  frameOf,
  type Message,
  type Notice,
  PROTOCOL_VERSION,
  type Whisper,
  writeFrame,
  type You,
} from './message.ts'
