import { SHAPE_DATA } from './shape-data.ts'

/**
 * What minutes may be made of, as plain data: the schema without the code that it comes with, so that the server can hold
 * what is written to it and needs no editor. Written by `tools/write-shape.mjs`; a test holds it equal to the schema.
 */
export interface Shape {
  /** By the name of the element; `doc` is the root. */
  readonly elements: Readonly<Record<string, ElementShape>>
  readonly marks: Readonly<Record<string, AttributesShape>>
}

export interface ElementShape {
  /** The elements that may stand right in it, in any order and number. */
  readonly children: readonly string[]
  /** Whether text may stand in it, and with which marks. */
  readonly text: boolean
  readonly marks: readonly string[]
  readonly attributes: AttributesShape
}

/** Of which kinds the values of an attribute may be. */
export type AttributesShape = Readonly<Record<string, readonly ValueKind[]>>

/** An `address` is a string where `safeUrl` has a say. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'null' | 'address'

export const SHAPE: Shape = SHAPE_DATA
