/** Whether words call themselves a firm, as `Nuts Software` does. */
export function isCompany(words: string): boolean {
  return COMPANY.test(words)
}

const KIND =
  'Inc|Ltd|LLC|GmbH|Corp|University|Foundation|Labs?|Institute|Alliance|Technologies|Software|Systems|Research|Consulting|Group|Bank|Networks|Solutions|Studios?|Consortium|College|Agency|AG|KG|Oy|Pty|PLC'
const COMPANY = new RegExp(String.raw`\b(?:${KIND}|[BN]\.V)\b|^\p{Lu}{2,5}$`, 'u')

/** `bolt network systems`: a few words without capitals, the last of which says what they name. */
const IN_SMALL = new RegExp(String.raw`^(?:[\p{L}\d.&-]+\s+){1,3}(?:${KIND})\.?$`, 'iu')
/** Before such a word they tell what somebody does, or who somebody is. */
const TELLS =
  /\b(?:on|in|at|for|of|with|from|the|a|an|my|our|and|or|to|works?|working|working group|user|interest|study)\b/i

/** Whether words name a firm though its first has no capital. */
export function isCompanyInSmall(words: string): boolean {
  return IN_SMALL.test(words) && !TELLS.test(words)
}
