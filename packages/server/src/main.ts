#!/usr/bin/env node
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'

import type { FastifyInstance } from 'fastify'

import { buildApp } from './app.ts'
import { type Entrance, openEntrance } from './auth/entrance.ts'
import { invitationLink } from './auth/invitations.ts'
import { type Address, readConfig } from './config.ts'
import { threadedLens } from './markdown/threaded.ts'
import { listenForMetrics } from './metrics/listen.ts'
import { Metrics } from './metrics/metrics.ts'
import { carryOut } from './operator/carry-out.ts'
import { type Offered, serveOperator } from './operator/socket.ts'
import { type LevelStore, openLevelStore } from './store/level.ts'
import { storeIn, unfinishedRestore } from './store/place.ts'
import { StoreError } from './store/store.ts'

/** The process: settings in, a listening server out, and a clean end. Every way it can fail is one sentence and exit code 1. */

const PAGE = fileURLToPath(new URL('../../editor/dist/page', import.meta.url))

/** After this many milliseconds a stop that is still waiting for something is cut short. */
const STOP_LIMIT = 9_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  if ('problem' in config) return fail(config.problem)
  const store = await openStore(config.data)
  if (store === undefined) return
  const lens = threadedLens()
  const metrics = config.metrics && new Metrics()
  const { limits, proxies } = config
  const entrance = openEntrance(store.register, config)
  const counted = metrics && { metrics }
  const app = await buildApp({
    store,
    lens,
    page: PAGE,
    log: process.stderr,
    limits,
    proxies,
    entrance,
    isThrifty: true,
    ...counted,
  })
  // Who reads what is said here may be gone; the meetings must not end with them.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'Plenary met a mistake of its own and ends; what was saved is on disk')
    process.exit(1)
  })
  const url = (): string => config.url ?? addressOf(app.server, config)
  const operator = await serve(store, entrance, { data: config.data, url, app })
  const close = async (): Promise<void> => {
    await operator?.close()
    await app.close()
    await lens.close()
    await store.close()
  }
  const stop = stopper(close)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (!(await listen('PORT', config, () => app.listen({ host: config.host, port: config.port })))) return close()
  if (metrics !== undefined && config.metrics !== undefined) {
    const { host, port } = config.metrics
    const server = await listen('PLENARY_METRICS', config.metrics, () => listenForMetrics(metrics, { host, port }))
    if (server === undefined) return close()
    console.log(`Metrics are at ${addressOf(server, config.metrics)}/metrics`)
  }
  const link = await firstLink(entrance, url())
  const first = link === undefined ? '' : `\nWhoever opens this first is its administrator: ${link}`
  // In one piece, so that whoever waits for it to be ready has both.
  console.log(`Plenary is ready: ${addressOf(app.server, config)}${first}`)
}

/** Until there is an administrator, whoever has this link becomes it. What the disk refuses now it may take at the next start. */
async function firstLink({ people, invitations }: Entrance, url: string): Promise<string | undefined> {
  try {
    await people.forgetOld()
    const token = await invitations.firstToken()
    return token === undefined ? undefined : invitationLink(url, null, token)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return undefined
  }
}

async function openStore(folder: string): Promise<LevelStore | undefined> {
  const unfinished = await unfinishedRestore(folder)
  if (unfinished !== undefined) {
    fail(unfinished)
    return undefined
  }
  try {
    await mkdir(folder, { recursive: true })
    return await openLevelStore(storeIn(folder), folder)
  } catch (error) {
    fail(error instanceof StoreError ? error.message : `The data folder ${folder} cannot be used: ${reasonOf(error)}.`)
    return undefined
  }
}

interface Served {
  readonly data: string
  readonly url: () => string
  readonly app: FastifyInstance
}

/** Not every file system has sockets; then backups, invitations and tokens need the server to be stopped. */
async function serve(store: LevelStore, entrance: Entrance, { data, url, app }: Served): Promise<Offered | undefined> {
  const report = (problem: string, error: unknown): void => app.log.error({ err: error }, problem)
  try {
    return await serveOperator(data, {
      entries: () => store.entries(),
      carryOut: (wish) => carryOut(wish, { ...entrance, store, url: url() }),
      report,
    })
  } catch (error) {
    report('the operator cannot ask this server for anything', error)
    return undefined
  }
}

/** Undefined where nothing can listen there, after a sentence that says why. */
async function listen<T>(setting: string, { host, port }: Address, start: () => Promise<T>): Promise<T | undefined> {
  try {
    return await start()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') fail(`Port ${port} on ${host} is in use; set ${setting} to another one.`)
    else fail(`Plenary cannot listen on ${host}, port ${port}: ${reasonOf(error)}.`)
    return undefined
  }
}

/** Stops once; a second signal does not wait any longer. */
function stopper(close: () => Promise<void>): () => void {
  let isStopping = false
  return () => {
    if (isStopping) process.exit(1)
    isStopping = true
    const limit = setTimeout(() => {
      fail('Plenary could not store everything in time and stops now.')
      process.exit()
    }, STOP_LIMIT)
    close().then(
      () => {
        clearTimeout(limit)
        process.exit(0)
      },
      (error: unknown) => {
        fail(`Plenary could not stop cleanly: ${reasonOf(error)}.`)
        process.exit()
      },
    )
  }
}

function addressOf(server: Server, { host, port }: Address): string {
  const address = server.address()
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${typeof address === 'object' && address !== null ? address.port : port}`
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

await main()
