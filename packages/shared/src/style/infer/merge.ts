import { majority } from '../../blocks/majority.ts'

/** Of each property what most of these say of it; undefined where there is nothing to say. */
export function merged<Style extends object>(styles: readonly Style[]): Style | undefined {
  const [first] = styles
  if (first === undefined) return undefined
  const names = Object.keys(first) as (keyof Style)[]
  return Object.fromEntries(names.map((name) => [name, majority(styles.map((style) => style[name]))])) as Style
}
