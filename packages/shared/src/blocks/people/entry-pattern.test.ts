import { expect, test } from 'vitest'

import { commonPattern, patternOf, writeEntry } from './entry-pattern.ts'
import { readPerson } from './person.ts'

const ANN = { name: 'Ann Bell', handle: 'annb', initials: 'AB', affiliation: 'Acme' }

test.each([
  ['{name}', 'Ann Bell'],
  ['{name} ({affiliation})', 'Ann Bell (Acme)'],
  ['{name} @{handle}', 'Ann Bell @annb'],
  ['@{handle}', '@annb'],
  ['{name} ({initials})', 'Ann Bell (AB)'],
  ['{name}, {affiliation}', 'Ann Bell, Acme'],
])('writes %s', (pattern, text) => {
  expect(writeEntry(ANN, pattern)).toBe(text)
})

test.each([
  ['{name} ({affiliation})'],
  ['{name} @{handle}'],
  ['{name} (@{handle})'],
  ['{name} (@{handle}, {affiliation})'],
  ['{name} - {affiliation}'],
  ['{name}, {affiliation}'],
  ['{name} @{handle} ({affiliation})'],
  ['{affiliation}: {name}'],
  ['@{handle}'],
])('what is not known is left out of %s', (pattern) => {
  expect(writeEntry({ name: 'Bob Cole' }, pattern)).toBe('Bob Cole')
})

test('what is known stays when its neighbour is not', () => {
  expect(writeEntry({ name: 'Bob Cole', affiliation: 'Acme' }, '{name} (@{handle}, {affiliation})')).toBe(
    'Bob Cole (Acme)',
  )
  expect(writeEntry({ name: 'Bob Cole', handle: 'bob' }, '{name} (@{handle}, {affiliation})')).toBe('Bob Cole (@bob)')
})

test('somebody of whom only the handle is known is written by it', () => {
  expect(writeEntry({ name: 'bob', handle: 'bob' }, '{name} @{handle}')).toBe('@bob')
})

test.each([
  ['Ann Bell @annb (voting member)', '{name} @{handle}'],
  ['Ann Bell (Acme)', '{name} ({affiliation})'],
  ['Ann Bell (@annb)', '{name} (@{handle})'],
  ['Ann Bell (@annb, Acme)', '{name} (@{handle}, {affiliation})'],
  ['Ann Bell (AB)', '{name} ({initials})'],
  ['Ann Bell, Acme', '{name}, {affiliation}'],
  ['@annb', '@{handle}'],
  ['Ann Bell (late)', '{name}'],
  ['Ann (Acme) Bell', '{name}'],
])('takes the pattern from %s', (text, pattern) => {
  const person = readPerson(text)
  expect(typeof person === 'string' ? person : patternOf(text, person)).toBe(pattern)
})

test('one entry that is other than the rest is no habit', () => {
  const entries = ['Ann Bell', 'Bob Cole', 'Cem Dag', 'Dan Eck (@dan)'].map((text) => {
    const person = readPerson(text)
    return { text, person: typeof person === 'string' ? { name: '' } : person }
  })
  expect(commonPattern(entries)).toBe('{name}')
  expect(commonPattern(entries.slice(2))).toBe('{name} (@{handle})')
  expect(commonPattern([])).toBe(null)
})
