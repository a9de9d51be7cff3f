import { nodes } from '@plenary/shared/schema'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'

const REMOTE = /^https?:\/\//i

/** A picture if its address is one that a page may load; else a chip: a path in the group's repository is not on this server. */
export const Image = nodes.Image.extend({
  addNodeView:
    () =>
    ({ node }): NodeView => ({ dom: REMOTE.test(String(node.attrs['src'])) ? picture(node) : chip(node) }),
})

function picture(node: Node): HTMLElement {
  const image = document.createElement('img')
  image.loading = 'lazy'
  image.referrerPolicy = 'no-referrer'
  image.alt = String(node.attrs['alt'])
  image.title = String(node.attrs['title'] ?? '')
  image.src = String(node.attrs['src'])
  return image
}

function chip(node: Node): HTMLElement {
  const span = document.createElement('span')
  span.className = 'image-chip'
  span.setAttribute('role', 'img')
  span.setAttribute('aria-label', `Image: ${node.attrs['alt'] || node.attrs['src']}`)
  span.textContent = String(node.attrs['alt'] || node.attrs['src'] || 'image')
  span.title = String(node.attrs['src'])
  return span
}
