import { describe, expect, test } from 'vitest'

import { readSignInFragment, SIGN_IN_PROBLEMS, signInFragment, signInSentence } from './sign-in.ts'

describe('a sign-in that came to nothing', () => {
  test('is told to a page by its address, and said in a sentence', () => {
    for (const problem of SIGN_IN_PROBLEMS) {
      expect(readSignInFragment(signInFragment({ problem, by: 'github' }))).toEqual({ problem, by: 'github' })
      expect(signInSentence(problem, 'GitHub')).toMatch(/^You are not signed in: .+\.$/)
    }
  })

  test('is nothing that an address can put words to', () => {
    for (const fragment of [
      '',
      '#minutes',
      '#sign-in=cancelled',
      '#sign-in=pay-us&by=github',
      '#sign-in=over&by=us,+call+1234',
      '#invitation=abc',
    ]) {
      expect(readSignInFragment(fragment)).toBeUndefined()
    }
  })
})
