import type { OwnerForm } from '../blocks/action/action.ts'
import { PRESENCES } from '../blocks/attendance/attendance.ts'
import { SECTION_KINDS, STYLE_VERSION } from './house-style.ts'

const pattern = { type: 'string', maxLength: 2000 } as const
const label = { type: 'string', maxLength: 300 } as const
const flag = { type: 'boolean' } as const
const level = { type: 'integer', minimum: 0, maximum: 6 } as const
const columns = { type: 'integer', minimum: 0, maximum: 400 } as const

function oneOf<const Values extends readonly (string | number | null)[]>(values: Values) {
  return { enum: values } as const
}

function object<const Properties extends Readonly<Record<string, unknown>>>(properties: Properties) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties } as const
}

/** The same with properties that styles of before do not have. */
function withOptional<
  const Optional extends Readonly<Record<string, unknown>>,
  const Properties extends Readonly<Record<string, unknown>>,
>(optional: Optional, properties: Properties) {
  const all = { ...properties, ...optional }
  return { ...object(all), required: Object.keys(properties) } as const
}

function listOf<const Items>(items: Items) {
  return { type: 'array', maxItems: 100, items } as const
}

const OWNERS = [
  'colon',
  'to',
  'will',
  'mention',
  'parens',
  'brackets',
  'dash',
  'end-dash',
  'end-parens',
  'behind-label',
  'above',
] as const satisfies readonly OwnerForm[]

const sectionHead = {
  type: 'object',
  additionalProperties: false,
  required: ['form'],
  properties: { form: oneOf(['heading', 'label', 'item', 'none']), level: { ...level, minimum: 1 }, text: label },
  // oxlint-disable unicorn/no-thenable -- a word of JSON Schema
  allOf: [
    { if: { properties: { form: { const: 'heading' } } }, then: { required: ['form', 'level', 'text'] } },
    { if: { properties: { form: { enum: ['label', 'item'] } } }, then: { required: ['form', 'text'] } },
  ],
  // oxlint-enable unicorn/no-thenable
} as const

/** A `HouseStyle` as JSON Schema, for styles that come from outside. */
export const STYLE_SCHEMA = {
  $id: 'house-style',
  ...object({
    version: { const: STYLE_VERSION },
    name: label,
    fileName: label,
    matter: listOf(object({ key: { ...label, minLength: 1 }, value: pattern, isList: flag })),
    above: pattern,
    title: object({ level, pattern: label, usual: label }),
    opening: pattern,
    sections: listOf(object({ kind: oneOf(SECTION_KINDS), head: sectionHead, body: pattern })),
    attendance: object({
      form: oneOf(['list', 'table', 'row', 'commas', 'lines', 'matter']),
      entry: label,
      labels: listOf(object({ text: label, state: oneOf(PRESENCES) })),
      columns: listOf(
        object({ text: label, holds: oneOf(['name', 'initials', 'handle', 'affiliation', 'state', 'other']) }),
      ),
    }),
    noteTaker: object({ form: oneOf(['row', 'line', 'none']), label }),
    agenda: object({ isOrdered: flag, isNestedOrdered: flag, example: label }),
    notes: object({ topicLevel: level, areItems: flag }),
    speaker: object({
      frame: oneOf(['colon', 'brackets', 'name=', 'angle']),
      mark: oneOf(['bold', 'italic', null]),
      isColonMarked: flag,
      gap: oneOf(['', ' ']),
      name: oneOf(['full', 'first', 'initials', 'handle']),
      goesOn: oneOf(['name', 'dots']),
    }),
    action: object({
      form: oneOf(['label', 'trailing-label', 'box', 'section']),
      label,
      mark: oneOf(['bold', 'italic', null]),
      isBracketed: flag,
      separator: oneOf([': ', ' - ', ' ']),
      owner: oneOf(OWNERS),
      isHandle: flag,
      done: oneOf(['box', 'typed-box', 'strike', 'word']),
      date: oneOf(['iso', 'day-month-year', 'month-day-year']),
      isItem: flag,
    }),
    decision: object({
      label,
      mark: oneOf(['bold', 'italic', 'both', null]),
      isAllMarked: flag,
      isNumbered: flag,
      section: { ...object({ level: { ...level, minimum: 1 }, text: label }), type: ['object', 'null'] },
    }),
    poll: object({
      label,
      mark: oneOf(['bold', 'italic', null]),
      isAllMarked: flag,
      heading: { ...level, minimum: 1, type: ['integer', 'null'] },
      form: oneOf(['columns', 'rows', 'list', 'line']),
      options: listOf(label),
    }),
    footer: pattern,
    writing: withOptional(
      { isTableTight: flag },
      {
        bullet: oneOf(['-', '*', '+']),
        delimiter: oneOf(['.', ')']),
        isAllOnes: flag,
        indent: columns,
        hang: columns,
        wrap: columns,
        emphasis: oneOf(['*', '_']),
        strong: oneOf(['**', '__']),
        rule: { type: 'string', pattern: '^(?:-{3,40}|\\*{3,40}|_{3,40}|(?:[-*_] ){2,20}[-*_])$' },
        fence: oneOf(['`', '~']),
        isBackslashBreak: flag,
        isAngleAddress: flag,
        isHeadingApart: flag,
        lineEnd: oneOf(['\n', '\r\n']),
        isLoose: flag,
      },
    ),
  }),
} as const
