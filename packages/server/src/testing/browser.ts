/** A browser as far as addresses and cookies go: it keeps what each host sets, and stops where a test wants to look. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()

  /** Asks once, and follows no redirect. */
  async ask(address: string | URL, form?: Readonly<Record<string, string>>): Promise<Response> {
    const url = new URL(address)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookiesFor(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of answer.headers.getSetCookie()) this.#keep(url, cookie)
    return answer
  }

  /** Follows redirects up to the first address that is to be looked at, or to an answer that is none. */
  async follow(answer: Response, stopAt: (url: URL) => boolean = () => false): Promise<URL | Response> {
    let now = answer
    for (;;) {
      const next = now.headers.get('location')
      if (next === null) return now
      const url = new URL(next, now.url)
      if (stopAt(url)) return url
      now = await this.ask(url)
    }
  }

  cookiesFor({ host }: URL): string {
    return [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get({ host }: URL, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name)
  }

  set(url: URL, name: string, value: string): void {
    this.#of(url).set(name, value)
  }

  #keep(url: URL, cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.#of(url).delete(name)
    else this.#of(url).set(name, value)
  }

  #of({ host }: URL): Map<string, string> {
    const cookies = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, cookies)
    return cookies
  }
}
