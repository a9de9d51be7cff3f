import { checkTasks, listWordItems, nestLists } from './html-list.ts'
import { markStyles, stylesAside } from './html-style.ts'
import { flattenCells } from './html-table.ts'
import { cleanAttributes, cleanText } from './html-text.ts'

const DROPPED =
  'style, script, template, noscript, meta, link, title, svg, button, select, textarea, iframe, object, video, audio, canvas, colgroup, [hidden], [aria-hidden=true]:not(input)'

/** Whether pasted HTML says more than its text does: code editors wrap plain text in coloured spans. */
export function hasFormats(html: string): boolean {
  if (html === '') return false
  const body = parse(html)
  return (
    body.querySelector('a[href], b, strong, em, i, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, img, p') !== null
  )
}

/**
 * HTML of other programs as our schema reads it. What was copied here comes back untouched. Handles what people really
 * paste from: Google Docs, GitHub, Word, and pages of all kinds.
 */
export function cleanHtml(html: string): string {
  if (html.includes('data-pm-slice')) return stylesAside(html)
  const body = parse(html)
  for (const element of body.querySelectorAll(DROPPED)) element.remove()
  removeComments(body)
  unwrapShells(body)
  listWordItems(body)
  nestLists(body)
  checkTasks(body)
  keepCode(body)
  markStyles(body)
  flattenCells(body)
  cleanText(body)
  cleanAttributes(body)
  return body.innerHTML
}

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(stylesAside(html), 'text/html').body
}

function removeComments(root: HTMLElement): void {
  const comments: Node[] = []
  const walker = document.createTreeWalker(root, 128 /* NodeFilter.SHOW_COMMENT */)
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Google Docs puts the whole document into `<b style="font-weight:normal">`; others put blocks into spans. */
function unwrapShells(root: HTMLElement): void {
  for (const shell of root.querySelectorAll('b, span, strong, font')) {
    if (shell.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, pre, blockquote')) {
      shell.replaceWith(...shell.childNodes)
    }
  }
}

/** Code is its text, with the language that GitHub and highlighters name in a class. */
function keepCode(root: HTMLElement): void {
  for (const pre of root.querySelectorAll('pre')) {
    for (const br of pre.querySelectorAll('br')) br.replaceWith('\n')
    const classes = `${pre.parentElement?.className} ${pre.className} ${pre.querySelector('code')?.className}`
    const language = /\b(?:language-|lang-|highlight-source-|highlight-text-)([\w+#-]+)/.exec(classes)?.[1]
    const code = document.createElement('code')
    if (language) code.className = `language-${language}`
    code.textContent = (pre.textContent ?? '').replace(/\n$/, '')
    pre.replaceChildren(code)
  }
}
