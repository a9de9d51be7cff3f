/** Whole words for the short labels of the usual scales, for everybody who votes with them for the first time. */
const WORDS: Readonly<Record<string, string>> = {
  SF: 'Strongly in favour',
  F: 'In favour',
  N: 'Neutral',
  A: 'Against',
  SA: 'Strongly against',
  '+1': 'In favour',
  '0': 'Neutral',
  '-1': 'Against',
}

/** What an option of a poll says in full; its own label where that is words already. */
export function optionWords(label: string): string {
  return WORDS[label.toUpperCase()] ?? label
}
