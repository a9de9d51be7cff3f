import { isIPv4 } from 'node:net'

/**
 * What one person or house usually has: an IPv4 address, or the 2^64 addresses of an IPv6 network. Undefined for this machine
 * itself: what comes from there is the operator's, or a proxy's of which one does not know whom it speaks for.
 */
export function neighbourhoodOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.startsWith('127.') ? undefined : plain
  if (plain === '::1') return undefined
  const [head = ''] = plain.split('%')
  const [before = '', after] = head.split('::')
  const left = before === '' ? [] : before.split(':')
  const right = after === undefined || after === '' ? [] : after.split(':')
  const groups =
    after === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
