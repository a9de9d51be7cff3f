import type { MeetingId } from '@plenary/shared/meeting'

export function MeetingPage({ id }: { readonly id: MeetingId }) {
  return <p>{id}</p>
}
