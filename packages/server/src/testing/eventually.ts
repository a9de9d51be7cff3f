import { vi } from 'vitest'

/** Waits until something has happened, for as long as a busy machine may need. */
export async function eventually(hasHappened: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(hasHappened, { timeout: 20_000, interval: 5 })
}
