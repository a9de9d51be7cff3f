import { describe, expect, test } from 'vitest'

import { droppedFiles } from './dropped-files.ts'

/** Null: the browser does not give it. */
type Tree = { readonly [name: string]: Tree | string | null }

/** Entries as a browser gives them, a few at a time. */
function entry(name: string, content: Tree | string | null): FileSystemEntry {
  const refuse = (_: unknown, reject: (error: Error) => void) => reject(new DOMException('no', 'NotReadableError'))
  if (content === null) {
    const isFile = name.includes('.')
    const createReader = () => ({ readEntries: refuse })
    return { name, isFile, isDirectory: !isFile, file: refuse, createReader } as unknown as FileSystemEntry
  }
  if (typeof content === 'string') {
    const file = (resolve: (file: File) => void) => resolve(new File([content], name))
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry
  }
  const createReader = () => {
    const left = Object.entries(content).map(([name, content]) => entry(name, content))
    return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(left.splice(0, 2)) }
  }
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}

function drop(tree: Tree): DataTransfer {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(name, content),
  }))
  const files = Object.entries(tree).map(
    ([name, content]) => new File([typeof content === 'string' ? content : ''], name),
  )
  return { items, files } as unknown as DataTransfer
}

const names = async (tree: Tree) => (await droppedFiles(drop(tree))).map(({ name }) => name)

describe('a drop', () => {
  test('of files is these files, whatever they are', async () => {
    expect(await names({ 'b.md': 'b', 'a.txt': 'a' })).toEqual(['b.md', 'a.txt'])
  })

  test('of a folder is the Markdown in it and below it, in the order of a reader', async () => {
    const minutes = {
      '10.md': '',
      '9.md': '',
      'logo.png': '',
      '2026': { 'a.markdown': '', '.git': { 'x.md': '' } },
      '8.md': '',
    }
    expect(await names({ minutes, 'loose.txt': '' })).toEqual(['8.md', '9.md', '10.md', 'a.markdown', 'loose.txt'])
  })

  test('of something that the browser does not give has its name all the same, and reading it fails', async () => {
    const files = await droppedFiles(drop({ minutes: { 'a.md': 'a', 'b.md': null, locked: null } }))
    expect(files.map(({ name }) => name)).toEqual(['a.md', 'b.md', 'locked'])
    const results = await Promise.allSettled(files.map((file) => file.arrayBuffer()))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  })
})
