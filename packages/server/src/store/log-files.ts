import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const BLOCK = 32 * 1024
const HEADER = 7

/**
 * The files of a LevelDB in which a checksum is wrong, of those that it writes ahead (`*.log`, `MANIFEST-*`): when LevelDB
 * opens them it skips what is damaged and says nothing. A last record that ends early is what a crash leaves, and is well.
 */
export async function damagedLogFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^(\d+\.log|MANIFEST-\d+)$/.test(name)).sort()
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return names.filter((_name, index) => !isWell(files[index] ?? Buffer.alloc(0)))
}

/** Each block holds records of checksum (4 bytes), length (2), type (1) and data; what is too short for a header is zeros. */
function isWell(file: Buffer): boolean {
  for (let start = 0; start < file.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, file.length)
    let at = start
    while (at + HEADER <= end) {
      const next = at + HEADER + file.readUInt16LE(at + 4)
      // A record never crosses a block: where the file goes on, only damage says so.
      if (next > end) return end === file.length && next <= start + BLOCK
      if (file.readUInt32LE(at) !== masked(crc32c(file.subarray(at + 6, next)))) return false
      at = next
    }
  }
  return true
}

/** As LevelDB stores a checksum. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}

/** The Castagnoli polynomial, which Node does not come with. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  return crc
})

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
