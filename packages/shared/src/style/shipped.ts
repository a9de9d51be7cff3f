import type { HouseStyle } from './house-style.ts'
import { PLAIN } from './plain.ts'
import { NODE_TSC } from './shipped/node-tsc.ts'
import { PARSEC } from './shipped/parsec.ts'
import { SIG_REGISTRIES } from './shipped/sig-registries.ts'
import { TC39 } from './shipped/tc39.ts'
import { UNIKRAFT } from './shipped/unikraft.ts'
import { W3C } from './shipped/w3c.ts'
import { WASM_CG } from './shipped/wasm-cg.ts'

/**
 * The styles that come with Plenary, by the names that a request may ask for. All but the plain one were inferred from files of their
 * group (`tools/infer-style.mjs`) and corrected by hand where the files at hand are few or old; `shipped.test.ts` says where.
 */
export const SHIPPED = {
  plain: PLAIN,
  'node-tsc': NODE_TSC,
  parsec: PARSEC,
  'sig-registries': SIG_REGISTRIES,
  tc39: TC39,
  unikraft: UNIKRAFT,
  w3c: W3C,
  'wasm-cg': WASM_CG,
} as const satisfies Readonly<Record<string, HouseStyle>>

export type ShippedName = keyof typeof SHIPPED

export function isShippedName(name: string): name is ShippedName {
  return Object.hasOwn(SHIPPED, name)
}
