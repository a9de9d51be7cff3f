import type { Probe } from './probe.mjs'

declare global {
  /** Put into the measured page by `installProbe`. */
  var probe: Probe
}
