#!/usr/bin/env node
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { FastifyInstance } from 'fastify'

import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { threadedLens } from './markdown/threaded.ts'
import { type LevelStore, openLevelStore } from './store/level.ts'
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
  const { limits, proxies } = config
  const app = await buildApp({ store, lens, page: PAGE, log: process.stderr, limits, proxies })
  const stop = stopper(async () => {
    await app.close()
    await lens.close()
    await store.close()
  })
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (!(await listen(app, config))) {
    await app.close()
    await store.close()
    return
  }
  console.log(`Plenary is ready: ${addressOf(app, config)}`)
}

async function openStore(folder: string): Promise<LevelStore | undefined> {
  try {
    await mkdir(folder, { recursive: true })
    return await openLevelStore(join(folder, 'meetings'))
  } catch (error) {
    fail(error instanceof StoreError ? error.message : `The data folder ${folder} cannot be used: ${reasonOf(error)}.`)
    return undefined
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<boolean> {
  try {
    await app.listen({ host, port })
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') fail(`Port ${port} on ${host} is in use; set PORT to another one.`)
    else fail(`Plenary cannot listen on ${host}, port ${port}: ${reasonOf(error)}.`)
    return false
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

function addressOf(app: FastifyInstance, { host, port }: Config): string {
  const address = app.server.address()
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
