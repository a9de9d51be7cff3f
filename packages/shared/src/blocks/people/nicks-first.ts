import { isCompany } from './company.ts'
import { isName, isRole } from './vocabulary.ts'

const ENTRY =
  /^\s*@?(?<nick>[\p{L}\d][\p{L}\d_.-]*)\s+[/|]\s+(?<name>\p{Lu}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){1,3})\s*$/u

/** What an entry of such a list says. */
export interface NickAndName {
  readonly nick: string
  readonly name: string
}

/** `annb / Ann Bell` */
export function nickAndName(text: string): NickAndName | null {
  const { nick, name } = ENTRY.exec(text)?.groups ?? {}
  return nick === undefined || name === undefined || !isName(name) || isCompany(name) || isRole(name)
    ? null
    : { nick, name }
}

/**
 * Whether a list gives nicks and, behind them, names, as those of channels do. `Ann / Acme Widgets` has the same shape: most nicks have
 * to be written as no name is, and what stands behind them is never twice the same.
 */
export function areNicksFirst(texts: readonly string[]): boolean {
  const found = texts.flatMap((text) => nickAndName(text) ?? [])
  const likely = found.filter(({ nick }) => /^\p{Ll}|[\d_]/u.test(nick))
  const names = new Set(found.map(({ name }) => name))
  return (
    found.length > 2 &&
    found.length * 3 >= texts.length * 2 &&
    likely.length * 2 > found.length &&
    names.size === found.length
  )
}
