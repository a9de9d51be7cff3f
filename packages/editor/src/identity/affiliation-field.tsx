import { Field } from '../ui/field.tsx'

interface AffiliationFieldProps {
  readonly value: string
  readonly onWrite: (text: string) => void
}

/** For whom somebody is here. It may stay empty. */
export function AffiliationField(props: AffiliationFieldProps) {
  return (
    <Field
      label="Affiliation"
      maxLength={80}
      autoComplete="organization"
      placeholder="if you like"
      enterKeyHint="done"
      {...props}
    />
  )
}
