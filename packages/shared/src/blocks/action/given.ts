const DAY = /\s*(?:\[\d{4}-\d{2}-\d{2}\]|\(\d{4}-\d{2}-\d{2}\)|\d{4}-\d{2}-\d{2})(?:\s*[:：]|\s+[–—-])?\s+(?=\S)/y

/** Where the words behind the day on which something was given to somebody begin: `[2027-05-04]: Lee to write`. */
export function behindDay(text: string, at: number): number {
  DAY.lastIndex = at
  return DAY.test(text) ? DAY.lastIndex : at
}
