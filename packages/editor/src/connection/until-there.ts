import { retryDelay } from './backoff.ts'

interface Asking {
  /** Whether it cannot come any more; then the error goes to whoever asked. Not before it was asked for twice. */
  readonly givesUp?: () => Promise<boolean>
  readonly wait?: (ms: number) => Promise<void>
}

/**
 * Asks for something that a page needs after it was opened, again and again until it is there. A server that begins anew in that
 * moment would otherwise leave the page without it until somebody loads it again, and nobody would know.
 */
export async function untilThere<Thing>(
  ask: () => Promise<Thing>,
  { givesUp = async () => false, wait = pause }: Asking = {},
): Promise<Thing> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (attempt > 0 && (await givesUp())) throw error
      await wait(retryDelay(attempt))
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
