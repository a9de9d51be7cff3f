/** Something is not as it must be and a person has to act: its message is shown alone, without a stack. */
export class Refusal extends Error {
  name = 'Refusal'
}
