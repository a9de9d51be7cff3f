import type { DocJson, ListJson } from '../../../document/node.ts'
import type { Change } from '../../change/change.ts'
import { write } from '../../change/inline.ts'
import { frontMatterOf } from '../../matter/front-matter.ts'
import { removeMatterValue } from '../../matter/write.ts'
import { nodeAt } from '../../path.ts'
import type { Attendance, Attendee } from '../attendance.ts'
import { isIn } from './add.ts'
import { removeHtmlItem } from './html-items.ts'
import { textAt } from './place.ts'
import { removeFromSeries } from './series.ts'

/** Takes somebody off an attendance, with all that was there for them. The place itself stays, and waits for others. */
export function removeAttendee(document: DocJson, attendance: Attendance, attendee: Attendee): readonly Change[] {
  const { at } = attendee
  switch (attendance.form) {
    case 'list':
      return [removeItem(document, attendance, attendee)]
    case 'table':
      return [{ type: 'remove', path: at.path.slice(0, -1) }]
    case 'row':
    case 'grid':
    case 'commas':
      return [removeFromSeries(document, at)]
    case 'lines':
      return [removeLine(document, attendee)]
    case 'paragraphs':
      return [{ type: 'remove', path: at.path }]
    case 'matter':
      return removeValue(document, attendance, attendee)
    case 'html':
      return [removeHtmlItem(document, at)]
  }
}

function removeItem(document: DocJson, { carrier, attendees }: Attendance, { at }: Attendee): Change {
  const path = at.path.slice(0, carrier.path.length + 1)
  const isShared = attendees.filter((each) => each.at.path.join() === at.path.join()).length > 1
  if (isShared) return removeFromSeries(document, at)
  const list = nodeAt(document, carrier.path) as ListJson
  if (list.content.length > 1) return { type: 'remove', path }
  // The last one leaves an empty item, so that the list is still there.
  return write({ path: at.path, from: 0, to: textAt(document, at.path).length }, '')
}

/** With the break before it, or the one behind it in the first line. */
function removeLine(document: DocJson, { at }: Attendee): Change {
  const text = textAt(document, at.path)
  const before = text.lastIndexOf('\n', at.from - 1)
  const end = text.indexOf('\n', at.to)
  if (at.from > 0 && before >= 0) return write({ path: at.path, from: before, to: end < 0 ? text.length : end }, '')
  if (end < 0) return { type: 'remove', path: at.path }
  return write({ path: at.path, from: 0, to: end + 1 }, '')
}

function removeValue(document: DocJson, attendance: Attendance, { at }: Attendee): readonly Change[] {
  const matter = frontMatterOf(document)
  const entry = matter?.entries.find((each) => isIn(each.at, attendance))
  if (matter === null || entry === undefined) return []
  const value = entry.values.find((each) => each.at.from <= at.from && at.to <= each.at.to)
  if (value === undefined) return []
  // Several names in one text part by commas.
  const isPart = entry.form === 'scalar' && (value.at.from < at.from || at.to < value.at.to)
  return [isPart ? removeFromSeries(document, at) : removeMatterValue(matter, entry, value)]
}
