import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** The character reference at this place (`&amp;`, `&#38;`, `&#x26;`), with what it stands for and where it ends. */
export function decode(text: string, at: number): { value: string; to: number } | undefined {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z0-9]{1,31}));/.exec(text.slice(at, at + 40))
  if (found === null) return undefined
  const [whole, decimal, hexadecimal, name] = found
  const value = name === undefined ? fromCode(decimal, hexadecimal) : decodeNamedCharacterReference(name)
  return value === false ? undefined : { value, to: at + whole.length }
}

function fromCode(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '\uFFFD'
}

/** Whether a reference to it means it: control characters and such become U+FFFD. */
export function isReferable(char: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(char) || /[\t\n\f]/.test(char)
}

/** A character as a reference, which no rule of Markdown sees. */
export function encode(char: string): string {
  return `&#x${char.codePointAt(0)!.toString(16).toUpperCase()};`
}
