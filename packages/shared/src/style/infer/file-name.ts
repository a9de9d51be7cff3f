import { majority } from '../../blocks/majority.ts'
import { commonForm, dateIn } from '../dates.ts'
import type { Pattern } from '../house-style.ts'
import { placeDate } from './title-parts.ts'

/** How the files are called: their date as a place, and what is the same in most of them. */
export function inferFileName(names: readonly string[]): Pattern | undefined {
  const plain = names.map((name) => name.replace(/^.*[/\\]/, ''))
  const form = commonForm(plain.flatMap((name) => dateIn(name) ?? []))
  return majority(plain.map((name) => placeDate(name, form)).filter((name) => name.includes('{')))
}
