import { isWithin } from '../path.ts'
import type { Block, Line } from '../reading/index.ts'

/** How the blocks of minutes stand to each other, by their index in the view. */
export class Outline {
  readonly blocks: readonly Block[]
  /** The first heading, or -1. */
  readonly title: number

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
    this.title = blocks.findIndex(({ node }) => node.type === 'heading')
  }

  /** What follows a block in the same parent. */
  *behind(index: number): Generator<number> {
    const parent = this.blocks[index]!.path.slice(0, -1)
    for (let at = index + 1; at < this.blocks.length; at++) {
      const { path } = this.blocks[at]!
      if (!isWithin(path, parent)) return
      if (path.length === parent.length + 1) yield at
    }
  }

  /** The last block within this one, or itself. */
  endOf(index: number): number {
    const { path } = this.blocks[index]!
    let end = index
    while (end + 1 < this.blocks.length && isWithin(this.blocks[end + 1]!.path, path)) end++
    return end
  }

  /** The first line of each item of a list. */
  firstLines(index: number): readonly Line[] {
    const { path } = this.blocks[index]!
    const within = this.blocks.slice(index + 1, this.endOf(index) + 1)
    const first = within.filter((block) => block.path.length === path.length + 2 && block.path.at(-1) === 0)
    return first.flatMap(({ lines }) => lines.slice(0, 1))
  }

  /** Of a heading; 0 for other blocks. */
  levelOf(index: number): number {
    const { node } = this.blocks[index]!
    return node.type === 'heading' ? node.attrs.level : 0
  }
}
