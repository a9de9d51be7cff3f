import { join } from 'node:path'

/** Where in a data folder the meetings are. */
export function storeIn(data: string): string {
  return join(data, 'meetings')
}
