type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

/** The properties that have a value: what minutes do not say is left out. */
export function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>
}
