import type { Identity } from './identity.ts'

/** The minutes as plain JSON, the shape that ProseMirror's `toJSON` gives for the schema in `schema.ts`. */

export type Align = 'left' | 'center' | 'right'

export type MarkJson =
  | { readonly type: 'link'; readonly attrs: { href: string; title?: string | null; reference?: string | null } }
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' | 'raw' }

export type MarkName = MarkJson['type']

export interface TextJson {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly MarkJson[]
}

export type InlineJson =
  | TextJson
  | { readonly type: 'hardBreak' }
  | { readonly type: 'image'; readonly attrs: { src: string; alt?: string; title?: string | null } }

export interface ParagraphJson {
  readonly type: 'paragraph'
  readonly attrs?: Identity
  readonly content?: readonly InlineJson[]
}
export interface HeadingJson {
  readonly type: 'heading'
  readonly attrs: Identity & { level: number }
  readonly content?: readonly InlineJson[]
}
export interface BlockquoteJson {
  readonly type: 'blockquote'
  readonly content: readonly BlockJson[]
}
export interface BulletListJson {
  readonly type: 'bulletList'
  readonly attrs?: Identity & { spread?: boolean }
  readonly content: readonly ListItemJson[]
}
export interface OrderedListJson {
  readonly type: 'orderedList'
  readonly attrs?: Identity & { start?: number; spread?: boolean }
  readonly content: readonly ListItemJson[]
}
export interface ListItemJson {
  readonly type: 'listItem'
  readonly attrs?: { checked?: boolean | null }
  readonly content: readonly BlockJson[]
}
export interface CodeBlockJson {
  readonly type: 'codeBlock'
  readonly attrs?: { language?: string | null; meta?: string | null }
  readonly content?: readonly TextJson[]
}
export interface RawBlockJson {
  readonly type: 'rawBlock'
  readonly attrs: Identity & { kind: string }
  readonly content?: readonly TextJson[]
}
export interface HorizontalRuleJson {
  readonly type: 'horizontalRule'
}
export interface TableJson {
  readonly type: 'table'
  readonly attrs?: Identity
  readonly content: readonly TableRowJson[]
}
export interface TableRowJson {
  readonly type: 'tableRow'
  readonly content?: readonly TableCellJson[]
}
export interface TableCellJson {
  readonly type: 'tableCell'
  readonly attrs?: { align?: Align | null }
  readonly content?: readonly InlineJson[]
}

export type ListJson = BulletListJson | OrderedListJson

export type BlockJson =
  | ParagraphJson
  | HeadingJson
  | BlockquoteJson
  | ListJson
  | CodeBlockJson
  | RawBlockJson
  | HorizontalRuleJson
  | TableJson

export interface DocJson {
  readonly type: 'doc'
  readonly content: readonly BlockJson[]
}

export type NodeJson = DocJson | BlockJson | ListItemJson | TableRowJson | TableCellJson | InlineJson
