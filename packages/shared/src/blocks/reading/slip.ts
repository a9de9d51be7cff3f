/**
 * Whether a word is one of these with a slip of the fingers in it: a letter missing, doubled, or changed places with the next.
 * Another letter in its place may make another word (`revolution`), so that is none. Short words are too near to each other.
 */
export function isSlipOf(word: string, rights: readonly string[]): boolean {
  return rights.some((right) => right.length >= SHORTEST && isNear(word, right))
}

const SHORTEST = 8

function isNear(word: string, right: string): boolean {
  let at = 0
  while (at < word.length && word[at] === right[at]) at++
  // Who gets the first letter wrong meant another word.
  if (at === 0 || word === right) return false
  const rest = (text: string, by: number): string => text.slice(at + by)
  switch (word.length - right.length) {
    case -1:
      return rest(word, 0) === rest(right, 1)
    case 0:
      return word[at] === right[at + 1] && word[at + 1] === right[at] && rest(word, 2) === rest(right, 2)
    case 1:
      return word[at] === word[at - 1] && rest(word, 1) === rest(right, 0)
    default:
      return false
  }
}
