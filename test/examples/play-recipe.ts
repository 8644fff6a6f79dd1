import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { childEnvironment } from '../child-environment.ts'
import { listPageSteps } from './page-steps.ts'
import { playPage } from './play-page.ts'

const ROOT = new URL('../../', import.meta.url).pathname

/** The modules of the package that recipes import, and their sources. */
const MODULES = { client: 'client/index.ts', testing: 'testing.ts' }

/** Returns the text of a recipe. */
export function readRecipe (name: string): string {
  return readFileSync(join(ROOT, 'docs/recipes', `${name}.md`), 'utf8')
}

interface PlayOptions {
  /** Adds to the folder what this machine needs. */
  readonly prepare?: (folder: string) => void
}

/** Plays a recipe in a folder in which the sources of this project are installed, and what the project depends on. */
export async function playRecipe (t: Test, name: string, { prepare }: PlayOptions = {}): Promise<void> {
  const folder = stageRecipe(t)
  prepare?.(folder)
  const PATH = `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`
  await playPage(readRecipe(name), {
    folder,
    env: { ...childEnvironment(), PATH, npm_config_update_notifier: 'false' },
    skips: command => command.startsWith('npm '),
    log: line => t.comment(line)
  })
}

/** Returns a folder as `npm install standin` leaves it, with the document of the recipes. */
export function stageRecipe (t: Test): string {
  const names = Object.keys(MODULES)
  const exported = names.map(name => [`./${name}`, { types: `./${name}.d.ts`, default: `./${name}.js` }])
  const modules = Object.entries(MODULES).flatMap(([name, source]) => {
    const code = `export * from '${ROOT}src/${source}'\n`
    return [[`${name}.js`, code], [`${name}.d.ts`, code]]
  })
  const folder = t.testdir({
    'package.json': JSON.stringify({ name: 'shop', type: 'commonjs' }),
    'shop.yaml': shopDocument(),
    node_modules: {
      '.bin': { standin: `#!/bin/sh\nexec '${process.execPath}' '${ROOT}src/cli/main.ts' "$@"\n` },
      standin: {
        'package.json': JSON.stringify({ name: 'standin', type: 'module', exports: Object.fromEntries(exported) }),
        ...Object.fromEntries(modules)
      }
    }
  })
  chmodSync(join(folder, 'node_modules/.bin/standin'), 0o755)
  return folder
}

/** Saves the files of a recipe in a folder. Returns their paths. */
export function saveFiles (folder: string, recipe: string): string[] {
  const paths: string[] = []
  for (const step of listPageSteps(readRecipe(recipe))) {
    if (step.kind !== 'file') continue
    const path = join(folder, step.name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, step.text)
    paths.push(path)
  }
  return paths
}

function shopDocument (): string {
  const file = listPageSteps(readRecipe('shop')).find(step => step.kind === 'file')
  return file?.text ?? ''
}
