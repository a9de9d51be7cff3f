/** What comes beside the minutes, once they are there. */
export { LiveBar } from './bar.tsx'
export { LiveLayer } from './live-layer.tsx'
