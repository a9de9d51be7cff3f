import type { Root } from 'mdast'
import type { Extension, Handle, Token } from 'mdast-util-from-markdown'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

import { openFenceSyntax } from './open-fence.ts'

/** The one place that says which Markdown this is: CommonMark, GFM and YAML front matter, and open fences of Markdown. */
const syntax = [gfm()]
const matterSyntax = frontmatter(['yaml'])
/** Behind a first `---` that nothing closes the extension would open no list and no quote. */
const MATTER = /^---[ \t]*(?:\r\n?|\n)(?:[\s\S]*?[\r\n])?---[ \t]*(?:[\r\n]|$)/
// The transform of the autolink extension makes links without positions, where neither GitHub nor cmark-gfm sees any.
const trees: Extension[] = [...gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])].map((extension) => ({
  ...extension,
  transforms: [],
}))

/**
 * A check box counts in a list item only. The extension takes one in a footnote at the start of an item for the item's, fails
 * an assertion in its development build, and loses the box in the other.
 */
const boxes: Extension = {
  exit: {
    taskListCheck(token) {
      if (this.stack.at(-2)?.type === 'listItem') return
      this.config.enter['data']?.call(this, token)
      this.config.exit['data']?.call(this, token)
    },
    taskListCheckValueChecked: checkWith(true),
    taskListCheckValueUnchecked: checkWith(false),
  },
}

function checkWith(checked: boolean): Handle {
  return function check() {
    const item = this.stack.at(-2)
    if (item?.type === 'listItem') item.checked = checked
  }
}

export interface Parsed {
  readonly tree: Root
  /** Where lines begin with what belongs to their containers or is mere indent: from, to, from, to … in order. */
  readonly prefixes: readonly number[]
}

/** Text to mdast. Every node has its exact place. Never throws for any text. */
export function parseTree(text: string): Parsed {
  const prefixes: number[] = []
  const note = (token: Token): void => {
    const { offset: from } = token.start
    const { offset: to } = token.end
    if (prefixes.at(-1) === from) prefixes[prefixes.length - 1] = to
    else prefixes.push(from, to)
  }
  const places: Extension = { enter: { linePrefix: note, blockQuotePrefix: note, listItemIndent: note } }
  const extensions = [...syntax, ...(MATTER.test(text) ? [matterSyntax] : []), openFenceSyntax(text)]
  const tree = fromMarkdown(text, { extensions, mdastExtensions: [...trees, boxes, places] })
  return { tree, prefixes }
}
