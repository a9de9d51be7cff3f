import { resolve } from 'node:path'

/** The data folder that a command is about: the one named, else the one that a server would use. */
export function dataFolder(named: string | undefined): string {
  return resolve(named ?? process.env['PLENARY_DATA'] ?? './data')
}
