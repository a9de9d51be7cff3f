/** Letters that no accent can be taken from, as people type them who lack the key. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
}

/** A name as it is compared: case, accents, punctuation and white space aside. `Oăna  D.` is `oana d`. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøđłıæœðþ]/g, (letter) => PLAIN[letter]!)
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Somebody as minutes or a record name them. */
export interface Called {
  readonly name: string
  /** Without the `@`. */
  readonly handle?: string
}

/** Whether these are the same person: by their handles where both have one, else by their names, however they are typed. */
export function isSamePerson(a: Called, b: Called): boolean {
  if (a.handle !== undefined && b.handle !== undefined) return a.handle.toLowerCase() === b.handle.toLowerCase()
  return fold(a.name) === fold(b.name)
}
