import { describe } from 'vitest'

import { FaultyStore } from '../testing/faulty-store.ts'
import { storeContract } from './contract.ts'
import { MemoryStore } from './memory.ts'

describe('the store in memory', () => {
  storeContract(async () => {
    const store = new FaultyStore(new MemoryStore())
    return { store, failNextWrite: () => store.fail(1), reopen: async () => store }
  })
})
