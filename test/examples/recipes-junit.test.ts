import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { playRecipe, readRecipe } from './play-recipe.ts'

const VERSIONED = /<artifactId>(\S+)<\/artifactId>\s*<version>(\d\S+\.\S+)<\/version>/g
/** The artifacts that the recipe names, which Maven needs to have fetched before it can work offline. */
const artifacts = [...readRecipe('junit').matchAll(VERSIONED)]
  .map(([, name = '', version = '']) => ({ name, version }))

t.test('the recipe can be followed', { skip: reasonToSkip(), timeout: 120_000 }, async t => {
  await playRecipe(t, 'junit', { prepare: workOffline })
})

/** Tells why the recipe cannot be followed on this machine; `false` where it can. */
function reasonToSkip (): string | false {
  if (spawnSync('mvn', ['--version']).status !== 0) return 'this machine has no Maven'
  const missing = artifacts.filter(artifact => !isInRepository(artifact))
  return missing.length > 0 && `Maven has not fetched ${missing.map(({ name }) => name).join(', ')}`
}

function isInRepository ({ name, version }: { readonly name: string, readonly version: string }): boolean {
  const group = name.startsWith('junit') ? 'org/junit/jupiter' : 'org/apache/maven/plugins'
  return existsSync(join(homedir(), '.m2/repository', group, name, version, `${name}-${version}.jar`))
}

function workOffline (folder: string): void {
  mkdirSync(join(folder, '.mvn'))
  writeFileSync(join(folder, '.mvn/maven.config'), '--offline')
}
