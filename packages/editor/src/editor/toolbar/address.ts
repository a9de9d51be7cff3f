import { safeUrl } from '@plenary/shared/document'

/**
 * What a person typed as an address, made one: `example.org` gets its scheme, `ann@example.org` becomes mail. Null for an
 * address that a page must not point at, such as `javascript:`.
 */
export function addressFrom(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || safeUrl(text) === '') return null
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)) return `mailto:${text}`
  if (/^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?$/.test(text) && !/\.(?:md|html?|txt|pdf)$/i.test(text)) {
    return `https://${text}`
  }
  return encodeBlanks(text)
}

/** An address with a blank in it could not be written in Markdown without a second form. */
const encodeBlanks = (text: string): string => text.replaceAll(/\s+/g, '%20')
