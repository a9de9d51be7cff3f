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

/** Accents, and the points of Hebrew and Arabic that most people leave out. The marks of other scripts are letters: `का`, `が`. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F]/g

/** A name as it is compared: case, accents, punctuation and white space aside. `Oăna  D.` is `oana d`. */
export function fold(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßøđłıæœðþ]/g, (letter) => PLAIN[letter]!)
    .replace(/['’`]/g, '')
  return (plain.match(/(?:\p{L}\p{M}*|\p{N})+/gu) ?? []).join(' ')
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
  const [one, other] = [fold(a.name), fold(b.name)]
  // Of names without a letter, such as `🙂`, nothing is left to compare.
  return one === '' ? a.name.trim() === b.name.trim() : one === other
}
