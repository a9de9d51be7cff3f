/** Cells hold one line of text: blocks within them become words parted by blanks, spans become empty cells. */
export function flattenCells(root: HTMLElement): void {
  for (const cell of root.querySelectorAll<HTMLTableCellElement>('td, th')) {
    for (const table of cell.querySelectorAll('table')) table.replaceWith(table.textContent ?? '')
    for (const pre of cell.querySelectorAll('pre')) pre.replaceWith(codeOf(pre.textContent ?? ''))
    for (const br of cell.querySelectorAll('br')) br.replaceWith(' ')
    const blocks = [...cell.querySelectorAll('p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, section')]
    for (const block of blocks.toReversed()) block.replaceWith(...block.childNodes, ' ')
    for (let extra = cell.colSpan; extra > 1; extra -= 1) cell.after(document.createElement('td'))
  }
  for (const caption of root.querySelectorAll('caption')) {
    const paragraph = document.createElement('p')
    paragraph.append(...caption.childNodes)
    caption.closest('table')?.before(paragraph)
    caption.remove()
  }
  for (const row of root.querySelectorAll('tr')) if (row.children.length === 0) row.remove()
  for (const table of root.querySelectorAll('table')) if (!table.querySelector('tr')) table.remove()
}

function codeOf(text: string): HTMLElement {
  const code = document.createElement('code')
  code.textContent = text.trim()
  return code
}
