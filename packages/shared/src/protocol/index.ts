export { CLOSE, closeReason, isTemporary, type CloseReason } from './close.ts'
export { decode, encode, PROTOCOL_VERSION, type Message, type Notice } from './message.ts'
