import type { MarkJson } from '../document/node.ts'

/** How single inline things are written. Nothing here looks at what stands around them. */

/** Code between as many backticks as it does not hold itself. */
export function spellCode(text: string, isInCell: boolean): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const fence = '`'.repeat(length)
  const isPadded = /^`|`$/.test(text) || (/^ .* $/s.test(text) && /[^ ]/.test(text))
  const inner = isInCell ? text.replaceAll('|', '\\|') : text
  return isPadded ? `${fence} ${inner} ${fence}` : `${fence}${inner}${fence}`
}

export function spellImage(image: { src: string; alt?: string; title?: string | null }, isInCell: boolean): string {
  const alt = (image.alt ?? '').replace(/[\\`*_[\]<>&~!|]/g, '\\$&')
  return `![${alt}](${spellTarget(image.src, image.title ?? null, isInCell)})`
}

/** What opens and closes a link around its text. */
export function spellLink(
  mark: Extract<MarkJson, { type: 'link' }>,
  isInCell: boolean,
): { open: string; close: string } {
  const { href, title = null, reference = null } = mark.attrs
  if (reference !== null) return { open: '[', close: `]${reference}` }
  return { open: '[', close: `](${spellTarget(href, title, isInCell)})` }
}

/** A link that shows its own address, written in full. */
export function spellFullAddress(text: string, href: string, isInCell: boolean): string {
  return `[${text.replace(/[\\`*_[\]<>&~!|]/g, '\\$&')}](${spellTarget(href, null, isInCell)})`
}

function spellTarget(href: string, title: string | null, isInCell: boolean): string {
  const target = title === null ? spellHref(href) : `${spellHref(href)} ${spellTitle(title)}`
  return isInCell ? target.replaceAll('|', '\\|') : target
}

function spellHref(href: string): string {
  const escaped = href.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\').replace(/&(?=[#a-z])/gi, '\\&')
  // eslint-disable-next-line no-control-regex -- CommonMark ends a bare destination at any of these
  if (href !== '' && !/[\u0000-\u0020\u007F]|^</.test(href))
    return hasPairedBrackets(href) ? escaped : escaped.replace(/[()]/g, '\\$&')
  return `<${escaped.replace(/[<>]/g, '\\$&').replaceAll('\n', '&#xA;')}>`
}

function hasPairedBrackets(href: string): boolean {
  let depth = 0
  for (const char of href) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (depth < 0 || depth > 30) return false
  }
  return depth === 0
}

function spellTitle(title: string): string {
  return `"${title.replace(/\\(?=[!-/:-@[-`{-~]|$)|"|&(?=[#a-z])/gi, '\\$&')}"`
}

/** Whether a bare address at this place could be read as one; whether it is, the reader tells. */
export function isBareAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)[\w-]|^[\w.+-]+@[\w-]+\.[\w.-]+$/i.test(text)
}

/** Whether `<…>` makes a link of it. */
export function isAngleAddress(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i.test(text)) return true
  return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(
    text,
  )
}
