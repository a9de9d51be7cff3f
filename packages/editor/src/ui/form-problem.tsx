import './field.css'

/** Why what somebody sent was not taken; nothing while the words are empty. */
export function FormProblem({ words }: { readonly words: string }) {
  if (words === '') return null
  return (
    <p role="alert" className="form-problem">
      {words}
    </p>
  )
}
