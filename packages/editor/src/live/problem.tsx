import type { Observable } from '../connection/observable.ts'
import { Button } from '../ui/button.tsx'
import { useObservable } from '../ui/use-observable.ts'

interface ProblemProps {
  readonly problem: Observable<string | null>
  readonly onSeen: () => void
}

/** Why the last thing that somebody asked for was not done. */
export function Problem({ problem, onSeen }: ProblemProps) {
  const sentence = useObservable(problem)
  return (
    <div role="alert">
      {sentence !== null && (
        <div className="card live-problem">
          <p>{sentence}</p>
          <Button onClick={onSeen}>All right</Button>
        </div>
      )}
    </div>
  )
}
