export interface Address {
  /** Where it begins and ends in the text. */
  readonly from: number
  readonly to: number
  readonly href: string
}

const WEB = /(?:^|[\s*_~(])((?:https?:\/\/|www\.)[^\s<]+)$/i
const MAIL = /(?:^|[\s*_~(])([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z\d-]*[a-z\d])$/i

/**
 * The web or mail address that ends the text, as GFM links it without any mark-up ("Autolinks (extension)"): what comes out
 * as a bare address in the file must be a link here too, or else it would be one only for those who read the file.
 */
export function addressBefore(text: string): Address | null {
  const web = WEB.exec(text)?.[1]
  if (web !== undefined) {
    const url = withoutTrail(web)
    if (!/^(?:https?:\/\/[\w-]|www\.[\w-]+\.[\w-])/i.test(url)) return null
    const from = text.length - web.length
    return { from, to: from + url.length, href: /^www\./i.test(url) ? `http://${url}` : url }
  }
  const mail = MAIL.exec(text)?.[1]
  return mail === undefined ? null : { from: text.length - mail.length, to: text.length, href: `mailto:${mail}` }
}

/** Punctuation at the end belongs to the sentence; a closing parenthesis only if it closes none within. */
function withoutTrail(url: string): string {
  const entity = /&[a-z\d]+;$/i.exec(url)
  if (entity) return withoutTrail(url.slice(0, entity.index))
  if (/[?!.,:*_~'"]$/.test(url)) return withoutTrail(url.slice(0, -1))
  if (url.endsWith(')') && count(url, ')') > count(url, '(')) return withoutTrail(url.slice(0, -1))
  return url
}

const count = (text: string, letter: string): number => text.split(letter).length - 1
