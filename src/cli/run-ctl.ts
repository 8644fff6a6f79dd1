import { readFile, writeFile } from 'node:fs/promises'
import { exactJson } from '../exact-json.ts'
import { createConnection } from '../client/connection.ts'
import type { ConnectionOptions } from '../client/connection.ts'
import { readEvents } from '../client/read-events.ts'
import { queryText } from '../client/query-text.ts'
import { InvalidOption } from '../errors.ts'
import { isObject } from '../documents/is-object.ts'
import type { CtlCommand } from './ctl.ts'
import type { CtlBody, CtlFlags, CtlRequest } from './ctl-verbs.ts'

/** The parts of the process that a command uses. */
export interface CtlContext {
  readonly print: (text: string) => void
  /** Prints what is likely to be a mistake, apart from the answer. */
  readonly warn: (text: string) => void
  readonly isTerminal: boolean
  readonly readInput: () => Promise<string>
}

type RunnableCommand = CtlCommand & { kind: 'ctl' }

/**
 * Sends the request of a command and prints the response. Returns whether the response is good.
 * Throws `StandinClientError` where the server refuses, and `InvalidOption` where a text is not JSON.
 */
export async function runCtl (command: RunnableCommand, context: CtlContext): Promise<boolean> {
  const { ca, file, follows, request: { body, method, path, query = {} }, token, url, world } = command
  const base = world === undefined ? url : `${url}/~${encodeURIComponent(world)}`
  const { call, open } = createConnection(base, { token, ...url.startsWith('https:') && await trusting(ca) })
  const target = path + queryText(query)
  if (follows) {
    await printEvents(await open(target), eventNameOf(path, query), context)
    return true
  }
  const sent = body === undefined ? undefined : await readBody(body, context)
  const answer = await call<unknown>(method, target, sent)
  if (file !== undefined) await writeAnswer(file, answer)
  else if (answer !== undefined) printJson(answer, context)
  for (const warning of warningsOf(answer)) context.warn(warning)
  return !(isObject(answer) && answer.ok === false)
}

/** Has an authority trusted: the one of a file, or else the one that a stand-in of this user has made, if any. */
async function trusting (file: string | undefined): Promise<ConnectionOptions> {
  const { loadAuthority } = await import('../tls/load-authority.ts')
  const authority = await loadAuthority(file)
  if (authority === undefined) return {}
  const { trustingFetch } = await import('../tls/trusting-fetch.ts')
  return { fetch: trustingFetch(authority) }
}

function warningsOf (answer: unknown): string[] {
  if (!isObject(answer)) return []
  const warnings = Array.isArray(answer.warnings) ? answer.warnings.map(String) : []
  const { 'x-downgraded': downgraded } = answer
  const losses = isObject(downgraded) && Array.isArray(downgraded.losses) ? downgraded.losses.filter(isObject) : []
  return [...warnings, ...losses.map(({ message, pointer }) => `${String(pointer)}: ${String(message)}`)]
}

type EventStream = Parameters<typeof readEvents>[0]

/** Returns the name of the events to print; `undefined` for all. */
function eventNameOf (path: string, { state }: NonNullable<CtlRequest['query']>): string | undefined {
  if (path === '/events') return undefined
  return state === 'pending' ? 'pending' : 'exchange'
}

async function printEvents (stream: EventStream, name: string | undefined, context: CtlContext): Promise<void> {
  for await (const { data, event } of readEvents(stream)) {
    if (name === undefined || event === name) printJson(exactJson.parse(data), context)
  }
}

/** Prints JSON, or what is none as it is. */
function printJson (value: unknown, { isTerminal, print }: CtlContext): void {
  if (typeof value === 'string') print(value.trimEnd())
  else print(exactJson.stringify(value, isTerminal ? 2 : undefined))
}

async function writeAnswer (file: string, answer: unknown): Promise<void> {
  await writeFile(file, `${exactJson.stringify(answer)}\n`).catch((error: Error) => {
    throw new InvalidOption('--file', 'be a file that can be written', `${JSON.stringify(file)} (${error.message})`)
  })
}

/** How much of a text that is not JSON is shown. */
const SHOWN_LENGTH = 60

async function readBody (body: CtlBody, { readInput }: CtlContext): Promise<unknown> {
  if (body.kind === 'value') return body.value
  const given = body.kind === 'file' ? body.file : body.text
  const isInput = given === '-'
  const read = body.kind === 'file' ? readText : (text: string): string => text
  const text = isInput ? await readInput() : await read(given)
  try {
    return withMembers(exactJson.parse(text), body.kind === 'text' ? body.members : {})
  } catch {
    const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
    const what = body.kind === 'file' ? `The file ${given}` : 'What follows'
    throw new InvalidOption(isInput ? 'The standard input' : what, 'be JSON', JSON.stringify(shown))
  }
}

async function readText (file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: Error) => {
    throw new InvalidOption('The file', 'be one that can be read', `${JSON.stringify(file)} (${error.message})`)
  })
}

/** Adds members that flags name to an object; the server rejects any other value. */
function withMembers (value: unknown, members: CtlFlags = {}): unknown {
  return isObject(value) ? { ...value, ...members } : value
}
