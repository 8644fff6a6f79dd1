import { join } from 'node:path'
import { startServer } from './server-process.ts'
import type { Server } from './server-process.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Starts the built standin of a checkout, with everything on. */
export function startStandin (
  core: number | undefined,
  options: readonly string[] = [],
  checkout = ROOT
): Promise<Server> {
  const main = join(checkout, 'dist/cli/main.js')
  const command = [process.execPath, main, '--port', '0', ...options] as const
  return startServer({ name: 'standin', command, core, ready: /(?:listens on |"url":")([^"\s]+)/ })
}

/** The request of `call`. */
export interface Call {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends one JSON request, and returns the body of its response. Rejects on an error status. */
export async function call<T = unknown> (url: string, { method = 'POST', body, headers = {} }: Call = {}): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...body !== undefined && { 'content-type': 'application/json' } },
    ...body !== undefined && { body: JSON.stringify(body) }
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${text.slice(0, 300)}`)
  // The caller knows the response of the operation.
  return (text === '' ? undefined : JSON.parse(text)) as T
}
