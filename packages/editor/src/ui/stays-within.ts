import type { FocusEvent } from 'react'

/** Whether the focus only goes to another part of what hears of it. */
export function staysWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
}
