import { marks, nodes } from '@plenary/shared/schema'

const LABELS: Readonly<Record<string, string>> = {
  yaml: 'Front matter',
  html: 'HTML',
  definition: 'Link definition',
  footnoteDefinition: 'Footnote',
  fence: 'Code fence left open',
}

/** Source that is kept and edited as it stands, under a label that says what it is. */
export const RawBlock = nodes.RawBlock.extend({
  renderHTML: ({ HTMLAttributes }) => [
    'pre',
    {
      ...HTMLAttributes,
      role: 'group',
      'aria-label': LABELS[String(HTMLAttributes['data-raw'])] ?? 'Source',
      spellcheck: 'false',
    },
    0,
  ],
})

/** Inline source. `code` tells the typing rules to leave it alone. */
export const Raw = marks.Raw.extend({ code: true })
