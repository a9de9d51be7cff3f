import type { ListItemJson, ListJson } from '../../document/node.ts'
import { isCompany } from '../people/company.ts'
import { type Passage, readable } from '../people/passage.ts'
import { type People, readEntries } from '../people/people.ts'
import { isLikeSentence, isName } from '../people/vocabulary.ts'
import { bareLines, remembered } from '../reading/index.ts'

/** Items that are firms, by their index in the list, each over a list of its people. */
export type Firms = ReadonlyMap<number, string>

/** No firm is called so, and most of a longer line would be blanks. */
const LONGEST = 200

const NO_FIRMS: Firms = new Map()

/**
 * The items of a list of people that name a firm, with those who work there nested in it. Notes stand below a name, too: what is
 * nested has to be full names, and somewhere more than one, or the firm calls itself one.
 */
export const firmsOf = remembered((list: ListJson): Firms => {
  const nested = list.content.flatMap((item, index) => {
    const firm = nameIn(item)
    const people = firm === null ? 0 : fullNamesBelow(item)
    return firm === null || people === 0 ? [] : [{ index, firm, people }]
  })
  if (!nested.some(({ firm, people }) => people > 1 || isCompany(firm))) return NO_FIRMS
  return new Map(nested.map(({ index, firm }) => [index, firm]))
})

function nameIn({ content: [first] }: ListItemJson): string | null {
  if (first?.type !== 'paragraph') return null
  const lines = bareLines(first)
  if (lines[0]!.text.length > LONGEST) return null
  const text = readable({ path: [], ...lines[0]! })
    .replace(/[\s:：]+$/, '')
    .trim()
  return lines.length === 1 && isName(text.replace(/\s[&+]\s/g, ' ')) && !isLikeSentence(text) ? text : null
}

/** How many people are listed below an item; none where it is over anything else. */
function fullNamesBelow({ content }: ListItemJson): number {
  const [, list, ...others] = content
  if ((list?.type !== 'bulletList' && list?.type !== 'orderedList') || others.length > 0) return 0
  const { attendees, others: rest }: People = readEntries(list.content.flatMap(passageOf), 'present')
  const areFull = attendees.every(({ name, handle }) => handle !== undefined || /\S\s+\S/.test(name))
  return rest === 0 && areFull && attendees.length === list.content.length ? attendees.length : 0
}

function passageOf({ content: [first] }: ListItemJson): Passage[] {
  return first?.type === 'paragraph' ? [{ path: [], ...bareLines(first)[0]! }] : []
}
