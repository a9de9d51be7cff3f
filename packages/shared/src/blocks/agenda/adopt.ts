import type { Entry } from './entries.ts'

/**
 * Lists that follow each other, as they were meant: bullets that were to be nested but are indented too little are a list of
 * their own between two numbered ones, and belong to the item above. Lists without entries keep their place.
 */
export function adopted(lists: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] {
  const isNumbered = (at: number): boolean => lists[at]?.[0]?.item.isOrdered ?? false
  const isBullets = (at: number): boolean => lists[at]?.[0]?.item.isOrdered === false
  if (!lists.some((_, at) => isNumbered(at - 1) && isBullets(at) && isNumbered(at + 1))) return lists
  return lists.map((entries, at) => {
    if (isBullets(at) && isNumbered(at - 1)) return []
    const last = entries.at(-1)
    if (last === undefined || !isNumbered(at) || !isBullets(at + 1)) return entries
    return [...entries.slice(0, -1), { ...last, nested: [...last.nested, ...lists[at + 1]!] }]
  })
}
