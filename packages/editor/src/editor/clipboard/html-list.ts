/** Lists of other programs: those that nest them as siblings, have boxes of their own, or have no lists at all (Word). */

import { pastedStyle } from './html-style.ts'

/** A list right within a list belongs to the item before it (Google Docs and old pages write it so). */
export function nestLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
    else {
      const item = document.createElement('li')
      list.replaceWith(item)
      item.append(list)
    }
  }
}

/** Boxes of GitHub (an input), Google Docs and others (a role) become `data-checked`, which the schema reads. */
export function checkTasks(root: HTMLElement): void {
  for (const item of root.querySelectorAll('li')) {
    const box = [...item.querySelectorAll('input[type=checkbox]')].find((input) => input.closest('li') === item)
    if (box) item.dataset['checked'] = String(box.hasAttribute('checked'))
    else if (item.getAttribute('role') === 'checkbox') {
      item.dataset['checked'] = String(item.getAttribute('aria-checked') === 'true')
    } else continue
    box?.remove()
    // Google Docs draws its box as a picture.
    if (!box) item.querySelector('img')?.remove()
  }
}

/** Word has paragraphs that look like items: `mso-list:l0 level2`, with the marker as text to be ignored. */
export function listWordItems(root: HTMLElement): void {
  let open: HTMLElement[] = []
  for (const paragraph of root.querySelectorAll('p')) {
    const level = Number(/mso-list:[^;]*level(\d)/.exec(pastedStyle(paragraph))?.[1] ?? 0)
    if (level === 0) {
      open = []
      continue
    }
    const marker = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(pastedStyle(span)))
    const tag = /^\s*\w+[.)]/.test(marker?.textContent ?? '') ? 'ol' : 'ul'
    marker?.remove()
    const item = document.createElement('li')
    if (open.length === 0 || !open[0]?.isConnected || !isNext(paragraph, open[0])) {
      open = [document.createElement(tag)]
      paragraph.before(open[0] as HTMLElement)
    }
    open = open.slice(0, level)
    while (open.length < level) {
      const list = document.createElement(tag)
      const parent = open.at(-1)
      ;(parent?.lastElementChild ?? parent)?.append(list)
      open.push(list)
    }
    open.at(-1)?.append(item)
    item.append(paragraph)
  }
}

const isNext = (paragraph: Element, list: Element | undefined): boolean => paragraph.previousElementSibling === list
