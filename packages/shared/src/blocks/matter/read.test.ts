import { expect, test } from 'vitest'

import { parse } from '../../markdown/index.ts'
import { viewOf } from '../reading/index.ts'
import type { DateOrder } from './date.ts'
import { readFacts } from './read.ts'

function facts(text: string, order?: DateOrder) {
  return readFacts(viewOf(parse(text)), order)
}

test('front matter comes first', () => {
  const matter = `title: "Gathering, May 4"
tags: widgets, community
datetime: 2027-05-04T13:00:00+02:00
location: Online, the \`#screws\` channel
teams:
- screws
- bolts
`
  expect(facts(`---\n${matter}---\n\n# Other title\n\nDate: 2027-01-01\n`)).toEqual({
    title: 'Gathering, May 4',
    date: '2027-05-04',
    time: '13:00',
    timeZone: '+02:00',
    location: 'Online, the `#screws` channel',
    group: 'screws, bolts',
    tags: ['widgets', 'community'],
  })
})

test.each([
  [
    '# Minutes\n**Date:** May 4, 2027  \n**Time:** 11:00am PT  \n**Place:** By video\n',
    { date: '2027-05-04', time: '11:00', timeZone: 'PT', location: 'By video' },
  ],
  [
    '- **Where**: zoom.us (see below)\n- **When**: May 4th, 2027, 16:00-17:00 UTC\n- **Location**: *link on the invite*\n',
    { date: '2027-05-04', time: '16:00-17:00', timeZone: 'UTC', location: 'zoom.us' },
  ],
  ['* Meeting date: 2027-05-04\n', { date: '2027-05-04' }],
  [
    '- **Date & Time**: [May 4th 2027 10:30am - 12:00noon PT](https://acme.example)\n',
    { date: '2027-05-04', time: '10:30-12:00', timeZone: 'PT' },
  ],
  ['- Time (UTC): 16:00\n', { time: '16:00', timeZone: 'UTC' }],
  ['| Date | 2027-05-04 |\n| - | - |\n| Location | Oslo |\n', { date: '2027-05-04', location: 'Oslo' }],
  ['Group: Widgets\n', { group: 'Widgets' }],
])('labelled lines: %j', (text, said) => {
  expect(facts(text)).toEqual({ ...said, tags: [], ...(text.startsWith('#') ? { title: 'Minutes' } : {}) })
})

test.each([
  '# Widget Call (04/05/2027)\n\nBefore: 27/04/2027.\n',
  '# 2027-05-04 Widget meeting\n',
  '## Widget Teleconference\n##### 4 May 2027\n',
  '# Widgets\n\n_Tuesday, 4 May 2027_\n',
  '# Widgets\n\n## Notes of May 4, 2027\n',
  '---\nlayout: minutes\ndate: 2027-05-04\n---\n',
])('the date stands in %j', (text) => {
  expect(facts(text).date).toBe('2027-05-04')
})

test.each([
  '# Widget Call (04/05/2027)\n',
  '# April 27th — Widget SIG\n',
  '# Widget notes, May 2027\n',
  '# Widgets\n\nWe met on 4 May 2027 and talked.\n',
  '# Widgets\n\n## Next meeting\n\nDate: 2027-05-04\n',
])('%j says no date for certain', (text) => {
  expect(facts(text).date).toBe(undefined)
})

test('a group that writes days first is asked once', () => {
  expect(facts('# Widget Call (04/05/2027)\n', 'day-first').date).toBe('2027-05-04')
})

test('a page says when it was published, which is no time of a meeting', () => {
  expect(facts('---\ndate: 2027-05-04 20:59:00\n---\n')).toEqual({ date: '2027-05-04', tags: [] })
})

test('tags are a list, text with commas, or those of HackMD', () => {
  expect(facts('---\ntags: [a, "b c"]\n---\n').tags).toEqual(['a', 'b c'])
  expect(facts('---\ntags: season of docs\n---\n').tags).toEqual(['season of docs'])
  expect(facts('# Call\n\n###### tags: `minutes` `widgets`\n').tags).toEqual(['minutes', 'widgets'])
})
