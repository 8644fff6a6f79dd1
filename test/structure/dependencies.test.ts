import { readFileSync } from 'node:fs'
import t from 'tap'
import { readSources } from './read-sources.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Matches what a file imports when it runs: types are gone by then. */
const RUNTIME = /(?:^import (?!type\b)[^'\n]*|^} from |\bimport\(|\brequire\()'([^'.][^']*)'/gm

/** The bundler is run while the package is built, and where the page is served from its sources. */
const BUILT_WITH = ['src/admin/build-page.ts esbuild']

function packageOf (specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

t.test('every package that the product needs when it runs is installed with it', async t => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  const installed = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
  const missing: string[] = []
  for (const [file, text] of readSources(ROOT, ['src'])) {
    if (file.startsWith('src/page/')) continue
    for (const [, specifier = ''] of text.matchAll(RUNTIME)) {
      if (!specifier.startsWith('node:') && !installed.has(packageOf(specifier))) missing.push(`${file} ${specifier}`)
    }
  }
  t.same(missing, BUILT_WITH)
})
