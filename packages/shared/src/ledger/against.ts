/** Labels that say by themselves that somebody is against what was asked. */
const AGAINST = new Set([
  'against',
  'strongly against',
  'disagree',
  'strongly disagree',
  'opposed',
  'strongly opposed',
  'no',
  'nay',
  '-1',
])

/**
 * Whether whoever chose this option is against what was asked, and is asked for a reason: by its label, and on a scale of five
 * (`SF F N A SA`, or the same in words) the last two. `A` alone says nothing: options may well be A, B and C.
 */
export function isAgainst(options: readonly string[], choice: number): boolean {
  const labels = options.map((option) => option.toLowerCase().replaceAll('−', '-'))
  const label = labels[choice] ?? ''
  if (AGAINST.has(label)) return true
  if ((label === 'a' || label === 'sa') && (labels.includes('f') || labels.includes('sf'))) return true
  return labels.length === 5 && /^(?:sf$|strong)/.test(labels[0] ?? '') && choice >= 3
}
