import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'

import { showEditor } from './editor.jsx'

const ydoc = new Y.Doc()
const name = new URLSearchParams(location.search).get('note')
showEditor(ydoc, new HocuspocusProvider({ url: `ws://${location.host}`, name, document: ydoc }))
