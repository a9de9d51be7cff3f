/**
 * The sentence for a Node that is too old, or undefined when it is new enough.
 *
 * @param {string} running such as v20.19.0
 * @param {string} wanted the engines field: >=major.minor
 * @returns {string | undefined}
 */
export function explainOldNode(running, wanted) {
  const [major, minor] = numbers(running)
  const [wantedMajor, wantedMinor] = numbers(wanted)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined
  return (
    'Plenary needs Node ' +
    wantedMajor +
    '.' +
    wantedMinor +
    ' or newer, and this is Node ' +
    running.replace('v', '') +
    ': install a newer one from https://nodejs.org and try again.'
  )
}

/**
 * @param {string} version
 * @returns {[major: number, minor: number]}
 */
function numbers(version) {
  const parts = version.replace(/^[^0-9]+/, '').split('.')
  return [Number(parts[0]), Number(parts[1] || 0)]
}
