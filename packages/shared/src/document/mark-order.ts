import type { MarkName } from './node.ts'

/** The order in which marks nest, outermost first; a test holds it equal to the schema's. */
export const MARK_ORDER: readonly MarkName[] = ['link', 'bold', 'italic', 'strike', 'code', 'raw']
