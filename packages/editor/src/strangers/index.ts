export { strangers } from './strangers.ts'
