export { carets, type CaretsOptions } from './carets.ts'
export { readCursor } from './cursor.ts'
export { labelColor } from './color.ts'
export { pagesIn, pagesOf } from './pages.ts'
export { peopleOf, type Person } from './people.ts'
export {
  forgetPerson,
  guestMarked,
  knownAs,
  ownPerson,
  type OwnPerson,
  rememberedName,
  rememberName,
  type User,
} from './person.ts'
