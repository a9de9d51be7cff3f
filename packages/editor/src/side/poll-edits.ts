import type { Change, Poll } from '@plenary/shared/blocks'

export const setCount = (_poll: Poll, _option: number, _count: number | null): readonly Change[] => []
export const setOutcome = (_poll: Poll, _outcome: string | null): readonly Change[] => []
