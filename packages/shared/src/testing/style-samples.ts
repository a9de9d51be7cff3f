import type { ShippedName } from '../style/shipped.ts'
import { CORPUS, type Sample } from './corpus.ts'

/** The real minutes that each style which comes along was inferred from. */
const FILES: Readonly<Record<Exclude<ShippedName, 'plain'>, RegExp>> = {
  'node-tsc': /^nodejs/,
  parsec: /^parallaxsecond|^seeds.00[012]/,
  'sig-registries': /sig-registries|^seeds.004/,
  tc39: /^tc39/,
  unikraft: /^unikraft.*discussions|^seeds.003/,
  w3c: /^w3ctag/,
  'wasm-cg': /^WebAssembly.*main/,
}

export const STYLE_NAMES = Object.keys(FILES) as (keyof typeof FILES)[]

/** Those files; none where the corpus is not at hand. */
export function samplesOf(name: keyof typeof FILES): readonly Sample[] {
  return CORPUS.filter((sample) => FILES[name].test(sample.name))
}
