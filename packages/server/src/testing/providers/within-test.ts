import { onTestFinished } from 'vitest'

import type { Browser } from '../browser.ts'
import { type GithubUser, runGithubDouble } from './github.ts'
import { runOpenidProvider } from './openid.ts'
import type { RunningProvider } from './provider.ts'

/** A real provider of OpenID Connect; ends with the test, if not before. */
export async function openidProvider(redirectUri: string): Promise<RunningProvider> {
  return endingWithTest(await runOpenidProvider(redirectUri))
}

/** A double of GitHub, at which this user is signed in and has said yes; ends with the test. */
export async function githubDouble(user: GithubUser): Promise<RunningProvider> {
  return endingWithTest(await runGithubDouble(user))
}

/** Somebody signs in at that provider and says yes; gives the address to which it then sends them. */
export async function agree(browser: Browser, answer: Response, login: string, back: string): Promise<URL> {
  const isBack = (url: URL): boolean => url.href.startsWith(back)
  let now = await browser.follow(answer, isBack)
  for (const form of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    if (now instanceof URL) return now
    now = await browser.follow(await browser.ask(now.url, form), isBack)
  }
  if (now instanceof URL) return now
  throw new Error(await now.text())
}

function endingWithTest(provider: RunningProvider): RunningProvider {
  onTestFinished(() => provider.close())
  return provider
}
