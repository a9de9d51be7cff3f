export { StrangerPanel } from './stranger-panel.tsx'
export { strangers } from './strangers.ts'
