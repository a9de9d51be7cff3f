import './avatar.css'

interface AvatarProps {
  readonly name: string
  /** Any CSS colour; it rings the initials, so that it needs no contrast with them. */
  readonly color: string
}

/** The initials of a name in a ring of its colour. For the eye only: the name must stand nearby or be spoken otherwise. */
export function Avatar({ name, color }: AvatarProps) {
  return <span className="avatar" style={{ borderColor: color }} data-initials={initials(name)} aria-hidden />
}

/** The first letters of the first and the last word: «Ada Lovelace» is AL, «Radu» is R. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last]
    .map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}
