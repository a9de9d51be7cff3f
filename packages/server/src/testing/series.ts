/** What Prometheus would read, by name and labels. */
export type Series = Readonly<Record<string, number>>

export async function seriesIn(exposition: string | Promise<string>): Promise<Series> {
  const lines = (await exposition).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}
