/**
 * The colours of people. Each is told apart from its neighbours by hue, carries a white label with at least 4.5:1, and
 * stands out from the light and the dark page with at least 3:1, so a person has one colour whatever the theme.
 */
export const COLORS: readonly string[] = [
  '#d92a38',
  '#0e78ae',
  '#358125',
  '#a246d1',
  '#9d6608',
  '#0e7f7b',
  '#cc2b97',
  '#296ce0',
  '#c74710',
  '#17824d',
  '#6a60dd',
  '#6f770d',
]

export function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value)
}

/** A colour for an id: always the same one, spread evenly (FNV-1a). */
export function colorOf(id: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return COLORS[hash % COLORS.length] ?? '#296ce0'
}

/** Black or white, whichever reads better on `color` (`#rrggbb`); one of them always has 4.5:1. */
export function labelColor(color: string): '#ffffff' | '#000000' {
  return contrast('#ffffff', color) >= contrast('#000000', color) ? '#ffffff' : '#000000'
}

/** The contrast ratio of two colours (`#rrggbb`), 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
