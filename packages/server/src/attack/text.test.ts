import { contentOf } from '@plenary/shared/document'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'

import { eventually } from '../testing/eventually.ts'
import { RealServer } from '../testing/real-server.ts'

/** What somebody types who hopes that it becomes markup, code or a command in the file, or where that is shown. */
const TYPED = [
  '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)">', '<a href="javascript:alert(1)">x</a>', '<details open ontoggle=alert(1)>', '<!-- -->',
  '<!--> <script>alert(1)</script> -->', '<![CDATA[<script>alert(1)</script>]]>', '<?php system("id") ?>', '<style>*{display:none}</style>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<body onload=alert(1)>', '<input autofocus onfocus=alert(1)>',
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java\u00adscript:alert(1))', '[x]( javascript:alert(1) "x")', '![x](javascript:alert(1))',
  '[x][y]', '[y]: javascript:alert(1)', '![x](x"onerror="alert(1))', '<javascript:alert(1)>', '<https://evil.example>', 'javascript:alert(1)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](vbscript:msgbox)', '&lt;script&gt;', '&#x3c;script&#x3e;', '&#0;', '\\<script>', '`<script>`',
  '``` x', '~~~', '# heading', '> quote', '- [ ] item', '1. one', '| a | b |', '---', '***bold***', '~~gone~~', '$x$ ${7*7} {{7*7}} #{7*7}',
  '=HYPERLINK("https://evil.example")', '@everyone fixes #1', '\u202egnp.exe', '[^1]: note', '+++', 'setext\u2028===',
] // prettier-ignore

let server: RealServer

beforeAll(async () => {
  server = await RealServer.begin()
  return () => server.end()
})

test('[AT1] B30 whatever is typed is text and nothing else, in the file too', async () => {
  const { id, ann } = await server.siege('# Weekly\n')
  const before = Y.encodeStateVector(ann.doc)
  contentOf(ann.doc).push(
    TYPED.map((typed) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(typed)])
      return paragraph
    }),
  )
  ann.say({ kind: 'update', update: Y.encodeStateAsUpdate(ann.doc, before) })
  await eventually(() => ann.saved === 1)
  const again = await server.siege(await server.minutes(id))
  const [, ...blocks] = contentOf(again.ann.doc).toArray()
  const found = blocks.map((block) => [
    block instanceof Y.XmlElement && block.nodeName,
    block instanceof Y.XmlElement && block.toArray().map((text) => text.toJSON()),
  ])
  expect(found).toEqual(TYPED.map((typed) => ['paragraph', [typed]]))
})
