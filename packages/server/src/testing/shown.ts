import { contentOf } from '@plenary/shared/document'
import { minutesSchema } from '@plenary/shared/schema'
import * as Y from 'yjs'

const schema = minutesSchema()

/**
 * What a page could not show of a document, if anything: as the sync bindings read it, with the schema itself. Too few children are
 * no trouble, as merges leave those and pages fill them up.
 */
export function troubleIn(doc: Y.Doc): string | undefined {
  return troubleOf(contentOf(doc), schema.topNodeType.name)
}

function troubleOf(holder: Y.XmlFragment | Y.XmlElement, name: string): string | undefined {
  const type = schema.nodes[name]
  if (type === undefined) return `a ${name}`
  try {
    schema.nodeFromJSON({ type: name, attrs: holder instanceof Y.XmlElement ? known(holder, name) : {} })
  } catch (error) {
    return String(error)
  }
  for (const child of holder.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) {
      if (!type.inlineContent) return `text in a ${name}`
      const trouble = troubleOfText(child, name)
      if (trouble !== undefined) return trouble
    } else if (child instanceof Y.XmlElement && !(child instanceof Y.XmlHook)) {
      const childType = schema.nodes[child.nodeName]
      if (childType === undefined || childType.isText || type.contentMatch.matchType(childType) === null) {
        return `a ${child.nodeName} in a ${name}`
      }
      const trouble = troubleOf(child, child.nodeName)
      if (trouble !== undefined) return trouble
    } else return `something else in a ${name}`
  }
  return undefined
}

function known(element: Y.XmlElement, name: string): Record<string, unknown> {
  const attributes = element.getAttributes() as Record<string, unknown>
  for (const key of Object.keys(attributes)) {
    if (!Object.hasOwn(schema.nodes[name]?.spec.attrs ?? {}, key)) throw new Error(`a ${name} with ${key}`)
  }
  return attributes
}

function troubleOfText(text: Y.XmlText, name: string): string | undefined {
  if (Object.keys(text.getAttributes()).length > 0) return 'a text with attributes'
  for (const { insert, attributes = {} } of text.toDelta() as {
    insert: unknown
    attributes?: Record<string, unknown>
  }[]) {
    if (typeof insert !== 'string') return 'an object in text'
    for (const [mark, value] of Object.entries(attributes)) {
      const type = schema.marks[mark]
      if (type === undefined || !schema.nodes[name]?.allowsMarkType(type)) return `${mark} in a ${name}`
      if (typeof value !== 'object' || Array.isArray(value)) return `${mark} that is ${typeof value}`
      for (const key of Object.keys(value as object)) if (!type.spec.attrs?.[key]) return `${mark} with ${key}`
      try {
        type.schema.markFromJSON({ type: mark, attrs: value })
      } catch (error) {
        return String(error)
      }
    }
  }
  return undefined
}
