import type { Meeting } from '@plenary/shared/meeting'
import type { HouseStyle } from '@plenary/shared/style'
import { useEffect, useState } from 'react'

import { getStyle, listMeetings, listStyles, type NamedStyle, type StyleChoice } from '../app/api.ts'
import { whenThere } from '../ui/when-there.ts'

/** How a value of the list of styles names one: by its name, or `like` and the id of a meeting. */
const LIKE = 'like '

/** As many meetings are offered to be written like; others are found by opening them. */
const MEETINGS = 8

export interface Styles {
  readonly named: readonly NamedStyle[]
  readonly meetings: readonly Meeting[]
}

/** What a new meeting can be written like; nothing until the server has answered. */
export function useStyles(): Styles {
  const [styles, setStyles] = useState<Styles>({ named: [], meetings: [] })
  useEffect(
    () =>
      whenThere(Promise.all([listStyles(), listMeetings()]), ([named, meetings]) =>
        setStyles({
          named: named.ok ? named.value : [],
          meetings: meetings.ok ? meetings.value.slice(0, MEETINGS) : [],
        }),
      ),
    [],
  )
  return styles
}

/** The style behind a value of the list; null while it is not known. */
export function useChosenStyle(value: string, { named }: Styles): HouseStyle | null {
  const [other, setOther] = useState<{ readonly value: string; readonly style: HouseStyle } | null>(null)
  useEffect(() => {
    if (!value.startsWith(LIKE)) return undefined
    return whenThere(getStyle(value.slice(LIKE.length)), (outcome) => {
      if (outcome.ok) setOther({ value, style: outcome.value.style })
    })
  }, [value])
  if (value.startsWith(LIKE)) return other?.value === value ? other.style : null
  return named.find(({ id }) => id === value)?.style ?? null
}

export function valueLike({ id }: Meeting): string {
  return LIKE + id
}

/** What a request asks for; undefined for a page without any style. */
export function choiceOf(value: string): StyleChoice | undefined {
  if (value === '') return undefined
  return value.startsWith(LIKE) ? { like: value.slice(LIKE.length) } : value
}
