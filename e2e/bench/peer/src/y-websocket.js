import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import { showEditor } from './editor.jsx'

const ydoc = new Y.Doc()
const name = new URLSearchParams(location.search).get('note')
showEditor(ydoc, new WebsocketProvider(`ws://${location.host}`, name, ydoc))
