import { join } from 'node:path'
import type { Test } from 'tap'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import type { createStandin } from '../../src/server.ts'
import type { StandinOptions } from '../../src/standin-options.ts'

export interface StartWithOptions extends StandinOptions {
  /** Members of the document beside `paths`. */
  readonly root?: object
  /** Canned bodies by file name: `{ 'listThings.200.json': … }`. */
  readonly bodies?: Readonly<Record<string, unknown>>
  /** Creates the server; `createStandin` where it is left out. */
  readonly create?: typeof createStandin
}

/** Starts a stand-in with an API called `things` that has these paths, and nothing else. */
export async function startWith (
  t: Test,
  paths: object,
  { root, bodies, create, ...options }: StartWithOptions = {}
): Promise<Standin> {
  const document = { openapi: '3.1.0', info: { title: 'Things', version: '1' }, ...root, paths }
  const canned = Object.entries(bodies ?? {}).map(([name, body]) => [name, JSON.stringify(body)])
  const folder = t.testdir({
    openapi: { 'things.json': JSON.stringify(document) },
    fixtures: { things: Object.fromEntries(canned) }
  })
  return await startStandin(t, {
    openapi: join(folder, 'openapi'),
    ...(bodies && { fixtures: join(folder, 'fixtures') }),
    ...options
  }, create)
}

/** A documented answer of JSON. */
export function answering (schema: object, example?: unknown): object {
  return {
    200: {
      description: 'All is well.',
      content: { 'application/json': { schema, ...(example !== undefined && { example }) } }
    }
  }
}

/** The journal of a stand-in's world. */
export async function journalOf ({ admin }: Standin) {
  return (await admin('GET', '/requests')).json().requests
}
