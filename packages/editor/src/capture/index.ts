export { capture } from './capture.ts'
export { CaptureLists } from './capture-lists.tsx'
