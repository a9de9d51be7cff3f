import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { leaveBrowser } from './sign-out.ts'

interface SignOutButtonProps {
  /** In all browsers that the person has signed in with, and not in this one alone. */
  readonly isEverywhere?: boolean
  /** Called right before the page is loaded anew. */
  readonly onLeave?: () => void
}

/** Signs out, and shows the page as whoever comes next sees it. */
export function SignOutButton({ isEverywhere = false, onLeave }: SignOutButtonProps) {
  const [problem, setProblem] = useState('')
  const leave = async () => {
    const problem = await leaveBrowser(isEverywhere)
    if (problem !== null) return setProblem(problem)
    onLeave?.()
    location.reload()
  }
  return (
    <>
      <Button onClick={() => void leave()}>{isEverywhere ? 'Sign out everywhere' : 'Sign out'}</Button>
      <FormProblem words={problem} />
    </>
  )
}
