import { expect, test } from 'vitest'

import { addressBefore } from './address.ts'

const addressIn = (text: string) => {
  const found = addressBefore(text)
  return found && text.slice(found.from, found.to)
}

test.each([
  ['https://example.org', 'https://example.org'],
  ['see http://localhost:3000/a?b=c#d', 'http://localhost:3000/a?b=c#d'],
  ['(www.example.org/a_(b))', 'www.example.org/a_(b)'],
  ['*https://example.org*', 'https://example.org'],
  ['https://example.org/a?', 'https://example.org/a'],
  ['https://example.org/&amp;', 'https://example.org/'],
  ['ann.b+c@mail.example.org', 'ann.b+c@mail.example.org'],
])('%s ends in the address %s', (text, address) => {
  expect(addressIn(text)).toBe(address)
})

test.each([
  'example.org',
  'a.https://example.org x',
  'https://',
  'www.',
  'a@b',
  'a@b.c-',
  'ahttps://example.org',
  '@ann',
])('%s ends in none', (text) => {
  expect(addressIn(text)).toBeNull()
})
