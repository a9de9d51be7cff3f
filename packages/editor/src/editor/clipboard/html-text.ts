import { safeUrl } from '@plenary/shared/document'

/** Blanks as a page shows them: runs are one, those around lines are none, and empty blocks are nothing. */
export function cleanText(root: HTMLElement): void {
  const texts: Text[] = []
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (!text.parentElement?.closest('pre')) text.data = text.data.replaceAll(/[ \t\r\n\f\u00a0]+/g, ' ')
  }
  for (const br of root.querySelectorAll('br')) if (isIdle(br)) br.remove()
  for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, td, th')) trim(block)
  for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) {
    if (block.textContent?.trim() === '' && !block.querySelector('img, hr, input, table, pre')) block.remove()
  }
}

/** A break at the end of its block, or between blocks, shows nothing. */
function isIdle(br: Element): boolean {
  const { parentElement: parent, nextSibling: next, previousSibling: before } = br
  const isBlock = (node: Node | null) =>
    node instanceof HTMLElement && /^(?:P|DIV|UL|OL|TABLE|H\d|PRE|HR)$/.test(node.tagName)
  if (br.className === 'Apple-interchange-newline' || isBlock(next) || isBlock(before)) return true
  return next === null && parent !== null && /^(?:P|LI|H\d|DIV|TD|TH|BLOCKQUOTE|BODY)$/.test(parent.tagName)
}

function trim(block: Element): void {
  const [first, last] = [edge(block, 'firstChild'), edge(block, 'lastChild')]
  if (first) first.data = first.data.trimStart()
  if (last) last.data = last.data.trimEnd()
}

function edge(block: Element, side: 'firstChild' | 'lastChild'): Text | null {
  let node: Node | null = block
  while (node && !(node instanceof Text)) node = node[side]
  return node
}

/** Images by https only; links to what a page may point at; the redirects of Google taken off. */
export function cleanAttributes(root: HTMLElement): void {
  for (const img of root.querySelectorAll('img')) {
    if (!/^https:\/\//i.test(img.getAttribute('src') ?? '')) img.replaceWith(img.alt)
  }
  for (const link of root.querySelectorAll('a')) {
    const href = redirectedTo(link.getAttribute('href') ?? '')
    const isUseful = /^[a-z][a-z\d+.-]*:/i.test(href) && safeUrl(href) !== ''
    if (isUseful && link.textContent?.trim()) link.setAttribute('href', href)
    else link.replaceWith(...link.childNodes)
    link.removeAttribute('title')
  }
}

function redirectedTo(href: string): string {
  if (!href.startsWith('https://www.google.com/url?')) return href
  return new URL(href).searchParams.get('q') ?? href
}
