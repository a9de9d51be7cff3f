import { marks, nodes } from '@plenary/shared/schema'
import type { Extensions } from '@tiptap/core'

import { CodeBlock } from './code-block.ts'
import { Image } from './image.ts'
import { ListItem } from './list-item.ts'
import { Raw, RawBlock } from './raw.ts'
import { Table, TableCell, TableRow } from './table.ts'
import { Heading, Paragraph } from './text-block.ts'

/** The nodes and marks of the minutes with what a page adds to them. Their shape stays that of the shared schema. */
export const views: Extensions = [
  ...Object.values({ ...nodes, Paragraph, Heading, ListItem, CodeBlock, RawBlock, Table, TableRow, TableCell, Image }),
  // `code` on a mark tells the typing rules to leave its text alone.
  ...Object.values({ ...marks, Code: marks.Code.extend({ code: true }), Raw }),
]
