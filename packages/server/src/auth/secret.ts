import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as letters that a cookie, a header and the fragment of an address can hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Under this a secret is stored: whoever reads the data learns nothing that opens a door. A secret is looked up by its hash, so
 * how long that takes says nothing of it; secrets are random, so a slow hash would add nothing.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))
}
