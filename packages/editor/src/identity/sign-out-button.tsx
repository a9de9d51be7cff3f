import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { leaveBrowser } from './sign-out.ts'

interface SignOutButtonProps {
  /** Called right before the page is loaded anew. */
  readonly onLeave?: () => void
}

/** Signs out, and shows the page as whoever comes next sees it. */
export function SignOutButton({ onLeave }: SignOutButtonProps) {
  const [problem, setProblem] = useState('')
  const leave = async () => {
    const problem = await leaveBrowser()
    if (problem !== null) return setProblem(problem)
    onLeave?.()
    location.reload()
  }
  return (
    <>
      <Button onClick={() => void leave()}>Sign out</Button>
      <FormProblem words={problem} />
    </>
  )
}
