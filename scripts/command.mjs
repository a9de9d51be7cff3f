import { Refusal } from './refusal.mjs'

/** Each command is loaded only when asked for: a start must not pay for the tests. */
const commands = {
  start: async () => (await import('./start.mjs')).start(),
  build: async () => (await import('./build.mjs')).buildAnew(),
  check: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('check', args),
  verify: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('verify', args),
  backup: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('backup', args),
  invite: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('invite', args),
  token: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('token', args),
  restore: async (/** @type {readonly string[]} */ args) => (await import('./built.mjs')).runBuilt('restore', args),
  dev: async () => (await import('./dev.mjs')).develop(),
  test: async () => (await import('./test.mjs')).test(),
  bench: async (/** @type {readonly string[]} */ names) => (await import('./bench.mjs')).bench(names),
  soak: async (/** @type {readonly string[]} */ options) => (await import('./soak.mjs')).soak(options),
}

/**
 * Runs one command and says in one sentence what stopped it, if something did.
 *
 * @param {readonly string[]} argv the command and its arguments
 */
export async function runCommand([name = 'start', ...rest]) {
  try {
    if (!isCommand(name)) throw new Refusal(`There is no command ${name}: use ${Object.keys(commands).join(', ')}.`)
    await commands[name](rest)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/**
 * @param {string} name
 * @returns {name is keyof typeof commands}
 */
function isCommand(name) {
  return Object.hasOwn(commands, name)
}
