import type { Configuration } from 'markdownlint'
import { lint } from 'markdownlint/promise'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkPresetLintNode from 'remark-preset-lint-node'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'

import type { HouseStyle } from '../style/house-style.ts'
import type { ShippedName } from '../style/shipped.ts'

/** The rules of markdownlint that a group's own files break, so that they are none of the group's. */
export const NOT_THEIRS: Readonly<Record<Exclude<ShippedName, 'node-tsc' | 'tc39'>, readonly string[]>> = {
  plain: [],
  parsec: [],
  'sig-registries': ['MD007', 'MD041'],
  unikraft: [],
  w3c: [],
  'wasm-cg': ['MD041'],
}

/** As `.markdownlint.yml` of tc39/notes has it. */
const TC39: Configuration = {
  default: true,
  MD013: false,
  MD024: { siblings_only: true },
  MD033: false,
  MD034: false,
  MD036: false,
}

/** What `.remarkrc` of nodejs/TSC switches off in its preset. */
const NODE_OFF: ReadonlySet<string> = new Set([
  'fenced-code-flag',
  'final-definition',
  'first-heading-level',
  'heading-style',
  'list-item-bullet-indent',
  'list-item-indent',
  'maximum-line-length',
  'no-heading-content-indent',
  'no-literal-urls',
  'no-multiple-toplevel-headings',
  'no-shortcut-reference-link',
  'no-undefined-references',
  'no-unused-definitions',
  'prohibited-strings',
  'strong-marker',
  'unordered-list-marker-style',
])

/** What the group's own linter says against a file; markdownlint's defaults where the group has none. */
export async function complaints(name: ShippedName, style: HouseStyle, text: string): Promise<readonly string[]> {
  switch (name) {
    case 'node-tsc':
      return remarkComplaints(text)
    case 'tc39':
      return markdownlintComplaints(text, TC39)
    case 'plain':
    case 'parsec':
    case 'sig-registries':
    case 'unikraft':
    case 'w3c':
    case 'wasm-cg': {
      const { wrap } = style.writing
      const off = Object.fromEntries(NOT_THEIRS[name].map((rule) => [rule, false]))
      return markdownlintComplaints(text, { default: true, MD013: wrap === 0 ? false : { line_length: wrap }, ...off })
    }
  }
}

export async function markdownlintComplaints(text: string, config: Configuration): Promise<readonly string[]> {
  const { file = [] } = await lint({ strings: { file: text }, config })
  return file.map(
    ({ lineNumber, ruleNames, errorDetail }) => `${ruleNames.join(' ')} in line ${lineNumber}: ${errorDetail}`,
  )
}

async function remarkComplaints(text: string): Promise<readonly string[]> {
  const linter = unified().use(remarkParse).use(remarkGfm).use(remarkPresetLintNode).use(remarkStringify)
  const { messages } = await linter.process(new VFile({ value: text, path: '2027-04-27.md' }))
  return messages.filter(({ ruleId }) => !NODE_OFF.has(ruleId ?? '')).map(String)
}
