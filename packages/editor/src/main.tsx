import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { refuseStrayFiles } from './app/stray-files.ts'
import { keepFailedSignIn } from './identity/failed-sign-in.ts'
import { keepInvitation } from './identity/invitation-token.ts'
import { keepPage } from './offline/register.ts'

import './ui/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
keepInvitation()
keepFailedSignIn()
createRoot(root).render(<App />)
refuseStrayFiles()
void keepPage()
