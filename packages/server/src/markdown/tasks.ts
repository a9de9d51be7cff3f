import { identify } from '@plenary/shared/blocks'
import { type DocJson, seedUpdate, titleOf } from '@plenary/shared/document'
import { type Habits, parse, type Printed, printWrapped } from '@plenary/shared/markdown'
import { type About, describe, type Structure } from '@plenary/shared/structure'
import { fileNameIn, type HouseStyle, inferStyle } from '@plenary/shared/style'

import { inscribe } from '../ledger/inscription.ts'
import { newBlockId } from '../meeting/id.ts'
import { minutesOf } from './document-tasks.ts'
import type { Exported, Imported } from './lens.ts'

/** What has to do with Markdown. Pure functions of bytes and text; each reads, none changes the minutes. */
export const tasks = {
  read(text: string): Imported {
    const minutes = parse(text)
    return { state: seedUpdate(identify(minutes, newBlockId)), title: titleOf(minutes) }
  },

  print(state: Uint8Array, base: string | undefined, style?: HouseStyle): Exported {
    const minutes = minutesOf(state)
    const { text, exact, losses } = printed(minutes, base, style?.writing)
    const name = style && fileNameIn(style, minutes)
    return { text, exact, losses, ...(name === undefined ? {} : { name }) }
  },

  style(text: string): HouseStyle {
    return inferStyle([text])
  },

  structure(state: Uint8Array, base: string | undefined, about: About, habits?: Habits): Structure {
    const minutes = minutesOf(state)
    return describe(minutes, printed(minutes, base, habits).text, about).structure
  },

  inscribe,
}

function printed(minutes: DocJson, base: string | undefined, habits: Habits | undefined): Printed {
  const options = { ...(base === undefined ? {} : { base }), ...(habits === undefined ? {} : { habits }) }
  return printWrapped(minutes, options)
}
