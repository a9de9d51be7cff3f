import { BackupError } from '../backup/error.ts'
import { StoreError } from '../store/store.ts'
import type { Output } from './check.ts'

/** Gives the exit code of a command; what is expected to go wrong is one sentence and exit code 1. */
export async function sayProblem({ error }: Output, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (problem) {
    if (!(problem instanceof StoreError || problem instanceof BackupError)) throw problem
    error(`${problem.message}\n`)
    return 1
  }
}
