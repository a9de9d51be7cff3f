import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

import { type Failure, FAILURES, type Meter, type Refusal, REFUSALS } from '../room/meter.ts'

/** What is read off the server when somebody asks. */
export interface Readings {
  rooms(): number
  connections(): number
  /** Whether every open room can write to disk. */
  isHealthy(): boolean
  /** For how many milliseconds the oldest update has been waiting for the disk; 0 where none does. */
  unsavedFor(): number
}

/**
 * Everything that an operator can watch, for Prometheus. docs/operating.md says what to make of it. No label has a value that
 * people choose: the number of series is fixed, and nothing of the minutes can leave this way.
 */
export class Metrics implements Meter {
  readonly #registry = new Registry()
  readonly #updates = this.#counter('updates_stored_total', 'Updates of people that are on disk.')
  readonly #bytes = this.#counter('stored_bytes_total', 'Bytes of records written to logs.')
  readonly #resyncs = this.#counter('resyncs_total', 'Times somebody read too slowly and got what they lacked later.')
  readonly #compactions = this.#counter('compactions_total', 'Logs that were made short.')
  readonly #setAside = this.#counter('records_set_aside_total', 'Records that could not be read and were set aside.')
  readonly #refusals = new Counter({
    name: 'plenary_updates_refused_total',
    help: 'Updates that were not taken: after a gap (asked for again), against the rules, or no update at all.',
    labelNames: ['verdict'] as const,
    registers: [this.#registry],
  })
  readonly #failures = new Counter({
    name: 'plenary_failures_total',
    help: 'What went wrong on the server, by what it was.',
    labelNames: ['failure'] as const,
    registers: [this.#registry],
  })
  readonly #commits = new Histogram({
    name: 'plenary_commit_seconds',
    help: 'From giving a record to the disk until it is synced, with every try.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  })

  constructor() {
    // So that the first of them is an increase, not the beginning of a series.
    for (const verdict of REFUSALS) this.#refusals.inc({ verdict }, 0)
    for (const failure of FAILURES) this.#failures.inc({ failure }, 0)
    collectDefaultMetrics({ register: this.#registry })
  }

  /** Begins to read off what is not counted but simply is. */
  watch(server: Readings): void {
    this.#gauge('rooms', 'Meetings that are open.', () => server.rooms())
    this.#gauge('connections', 'Websockets that are open.', () => server.connections())
    this.#gauge('storage_writable', '0 while the disk refuses what somebody wrote.', () => Number(server.isHealthy()))
    this.#gauge('unsaved_seconds', 'How long the oldest update has been waiting for the disk.', () => {
      return server.unsavedFor() / 1000
    })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** Everything, as Prometheus reads it. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }

  stored(updates: number, bytes: number): void {
    this.#updates.inc(updates)
    this.#bytes.inc(bytes)
  }

  synced(milliseconds: number): void {
    this.#commits.observe(milliseconds / 1000)
  }

  refused(verdict: Refusal): void {
    this.#refusals.inc({ verdict })
  }

  fellBehind(): void {
    this.#resyncs.inc()
  }

  compacted(): void {
    this.#compactions.inc()
  }

  setAside(records: number): void {
    this.#setAside.inc(records)
  }

  failed(failure: Failure): void {
    this.#failures.inc({ failure })
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name: `plenary_${name}`, help, registers: [this.#registry] })
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name: `plenary_${name}`,
      help,
      registers: [this.#registry],
      collect: () => gauge.set(read()),
    })
  }
}
