import { nodes } from '@plenary/shared/schema'
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

/** An item of any list; one whose `checked` is not null has a check box outside the text. */
export const ListItem = nodes.ListItem.extend({
  addNodeView: () => (props) =>
    props.node.attrs['checked'] === null ? plainView() : new TaskView(props.node, props.view, props.getPos),
})

function plainView(): NodeView {
  const dom = document.createElement('li')
  return { dom, contentDOM: dom, update: (node) => node.type.name === 'listItem' && node.attrs['checked'] === null }
}

/** Plain DOM, since a long note has hundreds. It writes only when a person presses the box. */
class TaskView implements NodeView {
  readonly dom = document.createElement('li')
  readonly contentDOM = document.createElement('div')
  private readonly box = document.createElement('input')
  private readonly view: EditorView
  private readonly getPos: () => number | undefined

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    this.view = view
    this.getPos = getPos
    const label = document.createElement('label')
    label.contentEditable = 'false'
    label.className = 'task-box'
    this.box.type = 'checkbox'
    this.box.setAttribute('aria-label', 'Done')
    // Out of the tab order, which leads out of the editor; the keyboard toggles the box from inside the text.
    this.box.tabIndex = -1
    this.box.addEventListener('change', () => this.write())
    // A press must not take the focus, and with it the caret and a phone's keyboard.
    label.addEventListener('mousedown', (event) => event.preventDefault())
    label.append(this.box)
    this.dom.append(label, this.contentDOM)
    this.show(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'listItem' || node.attrs['checked'] === null) return false
    this.show(node)
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && !this.contentDOM.contains(event.target) && event.target !== this.dom
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  private show(node: Node): void {
    const checked = node.attrs['checked'] === true
    this.dom.dataset['checked'] = String(checked)
    this.box.checked = checked
    this.box.disabled = !this.view.editable
  }

  private write(): void {
    const pos = this.getPos()
    if (pos === undefined || !this.view.editable) return
    this.view.dispatch(this.view.state.tr.setNodeAttribute(pos, 'checked', this.box.checked))
  }
}
