import { Extension } from '@tiptap/core'

import { autolinkOnEnter, autolinkRule } from './autolink.ts'
import { blockRules } from './blocks.ts'
import { bareLinksFollow } from './follow.ts'
import { markRules } from './marks.ts'

/** Markdown as you type. The rules that Enter sets off are in the key map, as they must come before what else Enter does. */
export const Typing = Extension.create({
  name: 'typing',
  priority: 300,
  addInputRules: () => [...blockRules, ...markRules, autolinkRule],
  addProseMirrorPlugins: () => [autolinkOnEnter(), bareLinksFollow()],
})
