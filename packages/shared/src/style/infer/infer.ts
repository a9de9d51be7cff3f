import { majority } from '../../blocks/majority.ts'
import { habitsOf } from '../../markdown/habits.ts'
import { type HouseStyle, STYLE_VERSION, type Writing } from '../house-style.ts'
import { PLAIN } from '../plain.ts'
import { inferAction } from './actions.ts'
import { inferAgenda } from './agenda.ts'
import { inferAttendance } from './attendance.ts'
import { inferDecision } from './decisions.ts'
import { inferFileName } from './file-name.ts'
import { type File, readFile } from './file.ts'
import { inferFrame } from './frame.ts'
import { inferMatter } from './matter.ts'
import { inferNoteTaker } from './note-taker.ts'
import { inferNotes } from './notes.ts'
import { inferPoll } from './polls.ts'
import { inferSections } from './sections.ts'
import { inferTitle } from './title.ts'

/**
 * How the group writes that these files are of: what most of them show, and the plain style where they show nothing. `names` are
 * those of the files, as far as they are known.
 */
export function inferStyle(texts: readonly string[], names: readonly string[] = []): HouseStyle {
  const files = texts.map(readFile)
  const title = inferTitle(files) ?? PLAIN.title
  const sections = inferSections(files)
  return {
    version: STYLE_VERSION,
    name: title.usual === '' ? 'Inferred' : title.usual,
    fileName: inferFileName(names) ?? PLAIN.fileName,
    matter: inferMatter(files),
    title,
    ...inferFrame(files),
    sections: sections.length === 0 ? PLAIN.sections : sections,
    attendance: inferAttendance(files),
    noteTaker: inferNoteTaker(files) ?? { ...PLAIN.noteTaker, form: 'none' },
    agenda: inferAgenda(files),
    ...inferNotes(files),
    action: inferAction(files),
    decision: inferDecision(files),
    poll: inferPoll(files),
    writing: writingOf(texts, files),
  }
}

function writingOf(texts: readonly string[], files: readonly File[]): Writing {
  const lists = files.flatMap(({ view }) =>
    view.blocks.flatMap(({ node }) => {
      const isList = node.type === 'bulletList' || node.type === 'orderedList'
      return isList && node.content.length > 1 ? [node.attrs?.spread ?? false] : []
    }),
  )
  return { ...habitsOf(...texts), isLoose: majority(lists) ?? false }
}
