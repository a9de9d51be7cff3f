import { describe, expect, test } from 'vitest'

import { hintFor } from './hint.ts'
import type { HouseStyle } from './house-style.ts'
import { PLAIN } from './plain.ts'
import { skeleton } from './skeleton.ts'

describe('hints in empty paragraphs', () => {
  test('say what belongs there, as the group writes it', () => {
    expect(hintsIn(PLAIN)).toEqual([
      'Who is here, such as Ann Bell (Acme)',
      'What will be talked about, such as Topic (10 minutes, Ann Bell)',
      'What is said, such as Ann: …',
      'Who does what, such as @ann write it down (due 2027-05-04)',
    ])
    const head = { form: 'heading', level: 2, text: ':wrench: TODOs' } as const
    const sections = [{ kind: 'actions', head, body: '' }] as const
    const action = { ...PLAIN.action, form: 'section', owner: 'colon', isHandle: false } as const
    expect(hintsIn({ ...PLAIN, sections, action })).toEqual([
      'Who does what, such as Ann: write it down (due 2027-05-04)',
    ])
  })

  test('are none where the style knows nothing of the place', () => {
    expect(hintFor(PLAIN, [])).toBeUndefined()
    expect(hintFor(PLAIN, skeleton({ ...PLAIN, sections: [] }, { title: 'Call' }).content)).toBeUndefined()
  })
})

function hintsIn(style: HouseStyle): (string | undefined)[] {
  const { content } = skeleton(style, { title: 'Call' })
  return content.flatMap((block, index) =>
    block.type === 'paragraph' && block.content === undefined
      ? [hintFor(style, content.slice(0, index).toReversed())]
      : [],
  )
}
