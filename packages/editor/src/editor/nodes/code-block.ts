import { nodes } from '@plenary/shared/schema'
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

/** A fenced block of code with a field for its info string (`js title=x`: the language, and what follows it). */
export const CodeBlock = nodes.CodeBlock.extend({
  // For copies only; on the page stands the view below.
  renderHTML: ({ node }) => [
    'pre',
    ['code', node.attrs['language'] ? { class: `language-${node.attrs['language']}` } : {}, 0],
  ],
  addNodeView: () => (props) => new CodeBlockView(props.node, props.view, props.getPos),
})

class CodeBlockView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('code')
  private readonly pre = document.createElement('pre')
  private readonly info = document.createElement('input')
  private readonly view: EditorView
  private readonly getPos: () => number | undefined

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    this.view = view
    this.getPos = getPos
    this.dom.className = 'code-block'
    this.info.className = 'code-info'
    this.info.contentEditable = 'false'
    this.info.setAttribute('aria-label', 'Language of the code')
    this.info.placeholder = 'Language'
    this.info.spellcheck = false
    this.info.autocapitalize = 'off'
    this.info.tabIndex = -1
    this.info.addEventListener('change', () => this.write())
    this.info.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      this.view.focus()
    })
    this.pre.spellcheck = false
    this.pre.append(this.contentDOM)
    this.dom.append(this.info, this.pre)
    this.show(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'codeBlock') return false
    this.show(node)
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.info
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  private show(node: Node): void {
    const { language, meta } = node.attrs
    if (document.activeElement !== this.info) this.info.value = [language, meta].filter(Boolean).join(' ')
    this.info.readOnly = !this.view.editable
    // A stop for Tab only while there is no caret (read-only.ts): else a click would take the focus from the text.
    if (this.view.editable) this.pre.removeAttribute('tabindex')
    else this.pre.tabIndex = 0
  }

  private write(): void {
    const pos = this.getPos()
    if (pos === undefined || !this.view.editable) return
    const [, language, meta] = /^\s*(\S*)\s*(.*?)\s*$/.exec(this.info.value) ?? []
    this.view.dispatch(
      this.view.state.tr
        .setNodeAttribute(pos, 'language', language || null)
        .setNodeAttribute(pos, 'meta', meta || null),
    )
  }
}
