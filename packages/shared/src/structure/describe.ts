import { type Place, type Problem, problemsIn, understand } from '../blocks/index.ts'
import type { DocJson } from '../document/index.ts'
import { linesOf, settle } from '../markdown/index.ts'
import { assemble } from './assemble.ts'
import type { Structure } from './structure.ts'

export interface About {
  readonly id: string
  /** The title of minutes that name themselves nothing. */
  readonly name: string
}

/** What is understood of minutes, and what they leave open on which of their lines. */
export interface Description {
  readonly structure: Structure
  readonly problems: readonly (Problem & { readonly line: number })[]
}

/**
 * Minutes as data. `text` is what they print as: read back it is the same minutes, node by node, so that each place in them is
 * one in the text; who the blocks are only the document knows.
 */
export function describe(document: DocJson, text: string, about: About): Description {
  const { lineOf } = linesOf(text)
  return description(settle(document).document, lineOf, about)
}

/** The same of a file that nobody has imported. */
export function describeText(text: string, about: About): Description {
  const { document, lineOf } = linesOf(text)
  return description(document, lineOf, about)
}

function description(document: DocJson, lineOf: (place: Place) => number, about: About): Description {
  const understanding = understand(document)
  const problems = problemsIn(document, understanding)
  return {
    structure: assemble(document, understanding, { ...about, lineOf }),
    problems: problems.map((problem) => ({ ...problem, line: lineOf(problem.at) })),
  }
}
