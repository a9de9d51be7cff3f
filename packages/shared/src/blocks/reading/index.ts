export { isSetApart, matchAt } from './apart.ts'
export { type Element, elementsIn, sourceOf } from './html.ts'
export { itemsBelow, stepsBelow } from './below.ts'
export {
  bareLines,
  type Head,
  isLinked,
  isMarked,
  type Item,
  keyOf,
  type Line,
  type Piece,
  spanIn,
  type TextBlockJson,
} from './line.ts'
export { remembered } from './remembered.ts'
export { type Row, rowsOf } from './rows.ts'
export { isSlipOf } from './slip.ts'
export { isLegible, joinLines, utterances, wordsOf } from './utterance.ts'
export { type Block, type View, viewOf } from './view.ts'
