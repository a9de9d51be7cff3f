import { Fragment, type Mark, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

import { UnreadableError } from './unreadable.ts'

/** A type that holds blocks or inline content: the root, or an element. */
export type Parent = Y.XmlFragment | Y.XmlElement

/**
 * The ProseMirror node that shows each Yjs element. Nodes are kept as long as their element does not change, so an edit
 * renders the elements on its own path and no others. Rendering only reads: what a merge left incomplete (a list item
 * without a block) is filled up in the view, and in the document only when somebody edits that place.
 */
export class Rendering {
  private readonly schema: Schema
  private readonly nodes = new WeakMap<Parent, Node>()

  constructor(schema: Schema) {
    this.schema = schema
  }

  /** The node of a type, rendered now where it is not known. Throws UnreadableError. */
  node(parent: Parent): Node {
    const known = this.nodes.get(parent)
    if (known !== undefined) return known
    const node = this.render(parent)
    this.nodes.set(parent, node)
    return node
  }

  /** The node of a type as it was last shown. */
  known(parent: Parent): Node | undefined {
    return this.nodes.get(parent)
  }

  set(parent: Parent, node: Node): void {
    this.nodes.set(parent, node)
  }

  /** The type has changed, so its node is rendered anew when it is asked for; gives back the one that was shown. */
  forget(parent: Parent): Node | undefined {
    const node = this.nodes.get(parent)
    this.nodes.delete(parent)
    return node
  }

  private render(parent: Parent): Node {
    const type = this.typeOf(parent)
    const content = Fragment.from(parent.toArray().flatMap((child) => this.childNodes(child)))
    const attrs = parent instanceof Y.XmlElement ? parent.getAttributes() : null
    if (type.validContent(content)) return type.create(attrs, content)
    const filled = type.createAndFill(attrs, content)
    if (filled === null || !type.validContent(filled.content))
      throw new UnreadableError(`the content of a ${type.name}`)
    return filled
  }

  private typeOf(parent: Parent): NodeType {
    if (!(parent instanceof Y.XmlElement)) return this.schema.topNodeType
    const type = this.schema.nodes[parent.nodeName]
    if (type === undefined) throw new UnreadableError(parent.nodeName)
    return type
  }

  private childNodes(child: unknown): Node[] {
    if (child instanceof Y.XmlElement) return [this.node(child)]
    if (!(child instanceof Y.XmlText)) throw new UnreadableError('an unknown type')
    return runsOf(child).map(({ text, formats }) => this.schema.text(text, this.marks(formats)))
  }

  private marks(formats: Formats): Mark[] {
    return Object.entries(formats).map(([name, attrs]) => {
      const type = this.schema.marks[name]
      if (type === undefined) throw new UnreadableError(name)
      return type.create(attrs as Record<string, unknown>)
    })
  }
}

/** Marks as Yjs keeps them: name to attributes. */
export type Formats = Readonly<Record<string, unknown>>

/** Characters with the same marks. */
export interface Run {
  readonly text: string
  readonly formats: Formats
}

export function runsOf(text: Y.XmlText): Run[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') throw new UnreadableError('an object inside text')
    return {
      text: insert,
      formats: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null)),
    }
  })
}
