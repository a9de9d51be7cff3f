import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

import { untilThere } from '../connection/until-there.ts'

/**
 * A part of a page that is fetched when somebody wants it. While the server cannot be reached the rest of the page goes on without;
 * where it is there and has no such part any more, it has a newer version, and the `FailureBoundary` around says to reload.
 */
export function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await untilThere(load, { givesUp: isServerThere }) }))
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
