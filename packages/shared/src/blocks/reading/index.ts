export {
  bareLines,
  type Head,
  isMarked,
  type Item,
  keyOf,
  type Line,
  type Piece,
  spanIn,
  type TextBlockJson,
} from './line.ts'
export { type Block, type View, viewOf } from './view.ts'
