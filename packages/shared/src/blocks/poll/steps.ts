import { type Block, type Head, isLegible, type Line, type View } from '../reading/index.ts'

/** The minutes from top to bottom as a reader goes through them: line by line, tables and pieces of HTML as a whole. */
export type Step =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly block: Block }
  | { readonly kind: 'html'; readonly block: Block; readonly text: string }
  | { readonly kind: 'gap' }

export function stepsOf(view: View): readonly Step[] {
  return view.blocks.flatMap((block): Step[] => {
    const { node } = block
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return block.lines.filter(isLegible).map((line) => ({ kind: 'line', line }))
      case 'table':
        return [{ kind: 'table', block }]
      case 'rawBlock':
        return node.attrs.kind === 'html'
          ? [{ kind: 'html', block, text: (node.content ?? []).map(({ text }) => text).join('') }]
          : []
      case 'codeBlock':
      case 'horizontalRule':
        return [{ kind: 'gap' }]
      case 'bulletList':
      case 'orderedList':
      case 'blockquote':
        return []
    }
  })
}

/** More options than any poll has. */
export const MOST_OPTIONS = 24

/** The lines from this step on, as far as nothing else stands between them. */
export function linesFrom(steps: readonly Step[], at: number, most: number): readonly Line[] {
  const lines: Line[] = []
  for (let index = at; index < steps.length && lines.length < most; index++) {
    const step = steps[index]!
    if (step.kind !== 'line' || (index > at && step.line.node.type === 'heading')) break
    lines.push(step.line)
  }
  return lines
}

/** The heading whose section a line is in: its own if it is one. */
export function sectionOf(line: Line): readonly number[] | null {
  if (line.node.type === 'heading') return line.path
  return line.heads.findLast(({ kind }: Head) => kind === 'heading')?.path ?? null
}
