import { itemText } from '../../blocks/agenda/change.ts'
import { flat, spellingOf } from '../../blocks/agenda/spelling.ts'
import { majority } from '../../blocks/majority.ts'
import type { HouseStyle } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { common } from './common.ts'
import { blockAt, type File } from './file.ts'

/** Whether the agenda counts, and how its items say how long they take and who presents them. */
export function inferAgenda(files: readonly File[]): HouseStyle['agenda'] {
  return {
    isOrdered: common(files, (file) => isCounting(file, 0)) ?? PLAIN.agenda.isOrdered,
    isNestedOrdered:
      common(files, (file) => isCounting(file, 1)) ?? common(files, (file) => isCounting(file, 0)) ?? false,
    // A file without timeboxes shows less than one with them.
    example: common(files, exampleWith('minutes')) ?? common(files, exampleWith('presenter')) ?? PLAIN.agenda.example,
  }
}

function isCounting(file: File, depth: number): boolean | undefined {
  const items = file.found.agendas.flatMap((agenda) => flat(agenda.items))
  const found = items.flatMap(({ at }) => {
    const item = blockAt(file, at.path)?.item
    return item?.depth === depth ? [item.isOrdered] : []
  })
  return majority(found)
}

/** A topic as a file writes those that have a timebox, or a presenter. */
function exampleWith(part: 'minutes' | 'presenter'): (file: File) => string | undefined {
  return ({ document, found }) => {
    const agenda = found.agendas.find(({ items }) => flat(items).some((item) => item[part] !== undefined))
    if (agenda === undefined) return undefined
    const spelling = spellingOf(document, agenda)
    return itemText({ text: 'Topic', minutes: 10, presenters: [spelling.isHandle ? 'ann' : 'Ann Bell'] }, spelling)
  }
}
