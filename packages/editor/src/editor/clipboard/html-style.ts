/** Where the style of a pasted element is kept. */
const ASIDE = 'data-pasted-style'

// Each ends at the end of the text at the latest, so that no text makes them begin again and again.
const SHEET = /<style\b[^]*?(?:<\/style\s*>|$)/gi
const TAG = /<[a-z](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^"'>])*(?:>|$)/gi
const VALUE_OR_STYLE = /("[^"]*"|'[^']*')|(?<=[\s"'/])style(?=\s*=)/gi

/**
 * The same HTML with its styles put aside. The page may apply no style that stands in HTML, and browsers hold a document that
 * is only read from to that as well: they complain, and show an element without the style that it has.
 */
export function stylesAside(html: string): string {
  const aside = (_style: string, value: string | undefined): string => value ?? ASIDE
  return html.replaceAll(SHEET, '').replaceAll(TAG, (tag) => tag.replaceAll(VALUE_OR_STYLE, aside))
}

/** The style of an element, as it stood in the HTML. */
export function pastedStyle(element: Element): string {
  return element.getAttribute(ASIDE) ?? ''
}

const BOLD = /^(?:bold(?:er)?|[5-9]\d{2,})$/
const PLAIN = /^(?:normal|400)$/
const MONO = /\b(?:courier new|consolas|menlo|monaco|roboto mono|source code pro|monospace)\b/i

/** What has no text of its own, or only children of certain kinds. */
const FRAMES = 'table, thead, tbody, tfoot, tr, ul, ol, pre, img, br, hr, input'

/** Formats that a program says by style, as tags and attributes that the schema reads. */
export function markStyles(root: HTMLElement): void {
  for (const element of root.querySelectorAll(`[${ASIDE}]`)) {
    const style = read(pastedStyle(element))
    if (element.matches('td, th') && style.textAlign !== '') element.setAttribute('align', style.textAlign)
    if (
      (element.matches('b') && PLAIN.test(style.fontWeight)) ||
      (element.matches('i') && style.fontStyle === 'normal')
    ) {
      element.replaceWith(...element.childNodes)
      continue
    }
    if (element.matches(FRAMES)) continue
    if (BOLD.test(style.fontWeight) && !element.closest('h1, h2, h3, h4, h5, h6')) wrapIn(element, 'strong')
    if (style.fontStyle === 'italic') wrapIn(element, 'em')
    if (!element.matches('span, font')) continue
    if (/line-through/.test(`${style.textDecoration} ${style.textDecorationLine}`)) wrapIn(element, 's')
    if (MONO.test(style.fontFamily) && !element.closest('pre, code')) wrapIn(element, 'code')
  }
}

function read(declarations: string): CSSStyleDeclaration {
  const { style } = document.createElement('span')
  style.cssText = declarations
  return style
}

function wrapIn(element: Element, tag: string): void {
  const wrapper = document.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
