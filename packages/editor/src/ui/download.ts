/** Gives a text to the browser as a file in UTF-8, with every character that it has. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
