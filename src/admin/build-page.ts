import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SOURCES = join(import.meta.dirname, '../page')

/** The sources from which files are bundled: the page, and the reference of a contract. */
const ENTRIES = ['main.tsx', 'page.css', 'reference.ts']

/** The files of the page that need no building. */
const STATIC_FILES = ['index.html', 'reference.html', 'icon.svg']

/** The files of the page by name. */
export type PageFiles = ReadonlyMap<string, Uint8Array>

/** Bundles the page from its sources, which only a checkout has, with the bundler that it has too. */
export async function buildPage (): Promise<PageFiles> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map(name => join(SOURCES, name)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: SOURCES,
    write: false,
    logLevel: 'silent'
  })
  const files = new Map<string, Uint8Array>()
  for (const { contents, path } of outputFiles) files.set(path.slice(SOURCES.length + 1), contents)
  for (const name of STATIC_FILES) files.set(name, await readFile(join(SOURCES, name)))
  return files
}

/** Writes the files of the page into a folder, as the build does. */
async function writePage (folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of await buildPage()) await writeFile(join(folder, name), content)
}

const [, script = '', folder] = process.argv
if (script === import.meta.filename && folder !== undefined) await writePage(folder)
