export { itemsBelow, stepsBelow } from './below.ts'
export { type Head, isMarked, type Item, keyOf, type Line, type Piece, spanIn } from './line.ts'
export { joinLines, utterances, wordsOf } from './utterance.ts'
export { type Block, type View, viewOf } from './view.ts'
