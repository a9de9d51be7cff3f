import type { RoomsOptions } from '../room/rooms.ts'
import { type LevelStore, openLevelStore } from '../store/level.ts'
import { temporaryFolder } from './folder.ts'
import { House } from './house.ts'

/** A house whose meeting lies on a disk, from which everything is read anew after whatever happens. */
export class DiskHouse {
  readonly house: House
  readonly #folder: string
  #store: LevelStore

  private constructor(folder: string, store: LevelStore, house: House) {
    this.#folder = folder
    this.#store = store
    this.house = house
  }

  static async open(options: Partial<RoomsOptions>): Promise<DiskHouse> {
    const folder = await temporaryFolder()
    const store = await openLevelStore(folder)
    return new DiskHouse(folder, store, await House.open(options, store))
  }

  /** What is on the disk, which never refuses here. */
  get store(): LevelStore {
    return this.#store
  }

  /** The server stops in order, and starts anew. */
  async restart(): Promise<void> {
    this.house.store.fail(0)
    await this.house.restart()
    await this.#reopen()
  }

  /** It stops wherever it is, and starts anew. */
  async crash(): Promise<void> {
    this.house.crash()
    await this.#reopen()
  }

  async #reopen(): Promise<void> {
    await this.#store.close()
    this.#store = await openLevelStore(this.#folder)
    this.house.begin(this.#store)
  }
}
