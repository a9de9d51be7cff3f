import type { ContentMatch, MarkType, NodeType, Schema } from '@tiptap/pm/model'

import type { AttributesShape, ElementShape, Shape, ValueKind } from './shape.ts'

/** Attributes whose words are addresses, wherever they stand. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src'])

/** What a schema allows, as plain data. Throws where that cannot say all that the schema does. */
export function shapeOf(schema: Schema): Shape {
  const elements = Object.values(schema.nodes).filter(({ isText }) => !isText)
  return {
    elements: Object.fromEntries(elements.map((type) => [type.name, elementOf(type)])),
    marks: Object.fromEntries(Object.values(schema.marks).map((type) => [type.name, attributesOf(type)])),
  }
}

function elementOf(type: NodeType): ElementShape {
  const content = childrenOf(type)
  const marks = Object.values(type.schema.marks).filter((mark) => type.allowsMarkType(mark))
  return {
    children: content.filter((child) => !child.isText).map(({ name }) => name),
    text: content.some((child) => child.isText),
    marks: type.inlineContent ? marks.map(({ name }) => name) : [],
    attributes: attributesOf(type),
  }
}

/** What may stand in a node. Its order and number can break by a merge, so nothing but this may matter to a schema of ours. */
function childrenOf({ name, contentMatch }: NodeType): readonly NodeType[] {
  const allowed = followers(contentMatch)
  for (const child of allowed) {
    const after = contentMatch.matchType(child)
    if (after === null || followers(after).some((next) => !allowed.includes(next)) || !after.validEnd) {
      throw new Error(`what may stand in a ${name} depends on what stands before it`)
    }
  }
  return allowed
}

function followers(match: ContentMatch): readonly NodeType[] {
  return Array.from({ length: match.edgeCount }, (_, index) => match.edge(index).type)
}

function attributesOf({ name, spec }: NodeType | MarkType): AttributesShape {
  const attributes = Object.entries(spec.attrs ?? {}).map(([attribute, { validate }]) => {
    if (typeof validate !== 'string') throw new Error(`of what kind the ${attribute} of a ${name} is, nobody says`)
    const kinds = validate.split('|').map((kind) => (kind === 'string' && ADDRESSES.has(attribute) ? 'address' : kind))
    return [attribute, kinds as ValueKind[]] as const
  })
  return Object.fromEntries(attributes)
}
