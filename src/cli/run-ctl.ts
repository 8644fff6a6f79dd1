import { createConnection } from '../client/connection.ts'
import { readEvents } from '../client/read-events.ts'
import { queryText } from '../client/query-text.ts'
import { InvalidOption } from '../errors.ts'
import { isObject } from '../documents/is-object.ts'
import type { CtlCommand } from './ctl.ts'
import type { CtlBody } from './ctl-verbs.ts'

/** The process, as far as a command has to do with it. */
export interface CtlContext {
  readonly print: (text: string) => void
  readonly isTerminal: boolean
  readonly readInput: () => Promise<string>
}

/** Sends what a command asks for, and prints the answer. Tells whether it is good. Throws `StandinClientError` where it is refused, `InvalidOption` where a text is no JSON. */
export async function runCtl ({ follows, request, token, url, world }: CtlCommand & { kind: 'ctl' }, { isTerminal, print, readInput }: CtlContext): Promise<boolean> {
  const { body, method, path, query = {} } = request
  const { call, open } = createConnection(world === undefined ? url : `${url}/~${encodeURIComponent(world)}`, { token })
  const show = (value: unknown): void => print(JSON.stringify(value, undefined, isTerminal ? 2 : undefined))

  if (follows) {
    for await (const { data, event } of readEvents(await open(path + queryText(query)))) {
      if (event === 'exchange') show(JSON.parse(data))
    }
    return true
  }
  const answer = await call<unknown>(method, path + queryText(query), body === undefined ? undefined : await readBody(body, readInput))
  if (answer !== undefined) show(answer)
  return !(isObject(answer) && answer.ok === false)
}

async function readBody (body: CtlBody, readInput: () => Promise<string>): Promise<unknown> {
  if (body.kind === 'value') return body.value
  const text = body.text === '-' ? await readInput() : body.text
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidOption(body.text === '-' ? 'The standard input' : 'What follows', 'be JSON', JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text))
  }
}
