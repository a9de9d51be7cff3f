export { CLOSE, closeReason, isTemporary, type CloseReason } from './close.ts'
export {
  type Answer,
  decode,
  encode,
  type Message,
  type Notice,
  PROTOCOL_VERSION,
  type Whisper,
  type You,
} from './message.ts'
