const MARKDOWN = /\.(?:md|markdown|mdown)$/i

/** The files of a drop; of a folder, the Markdown files in it and below it, by name, but none that are hidden. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The entries must be asked for before anything is awaited: the browser empties the transfer then.
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files]
  const files: File[] = []
  for (const entry of entries) {
    if (entry === null) continue
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry))
    else files.push(...(await filesIn(entry as FileSystemDirectoryEntry)))
  }
  return files
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  const entries = await entriesOf(folder).catch(() => null)
  if (entries === null) return [new UnreadableFile(folder.name)]
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  for (const entry of visible.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    if (entry.isDirectory) files.push(...(await filesIn(entry as FileSystemDirectoryEntry)))
    else if (MARKDOWN.test(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry))
  }
  return files
}

/** All entries; the browser gives them in portions of at most a hundred, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(new UnreadableFile(entry.name))))
}

/** Stands for what the browser did not give, so that its name is listed with what went wrong. */
class UnreadableFile extends File {
  constructor(name: string) {
    super([], name)
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new Error(`${this.name} cannot be read`))
  }
}
