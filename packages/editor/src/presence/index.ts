export { carets, type CaretsOptions } from './carets.ts'
export { labelColor } from './color.ts'
export { peopleOf, type Person } from './people.ts'
export { ownPerson, type OwnPerson, type User } from './person.ts'
