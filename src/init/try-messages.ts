import { isObject } from '../documents/is-object.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { SampleChoices } from './sample-request.ts'
import { URL_OF_REQUEST } from './suggest-messages.ts'
import type { ProposedMessage } from './suggest-messages.ts'
import type { ProposedOperation } from './suggestion.ts'
import type { TrialResults } from './trial-results.ts'
import type { TrialWorld } from './trial-world.ts'

/** Has the webhooks of a type sent to the trial's receiver. */
export async function openWebhooks (messages: readonly ProposedMessage[], world: TrialWorld): Promise<void> {
  const webhooks = messages.filter(({ operation }) => operation === undefined)
  for (const { address } of webhooks) await world.setWebhook(address.id)
}

/** Adds the URLs of an operation's callbacks to a request for it. */
export function withCallbackUrls (
  choices: SampleChoices,
  { operation }: ProposedOperation,
  messages: readonly ProposedMessage[],
  url: string
): SampleChoices {
  const own = messages.filter(message => message.operation === operation)
  return own.reduce((before, { definition }) => withUrl(before, definition.expression, url), choices)
}

function withUrl (choices: SampleChoices, expression: string, url: string): SampleChoices {
  const [, place, name = ''] = URL_OF_REQUEST.exec(expression) ?? []
  if (place === 'query.') return { ...choices, query: { ...choices.query, [name]: url } }
  if (place === 'header.') return { ...choices, headers: { ...choices.headers, [name]: url } }
  const path = parseJsonPointer(name) ?? []
  const { change = body => body } = choices
  return { ...choices, change: body => withMember(change(body), path, url) }
}

function withMember (body: unknown, [name, ...deeper]: readonly string[], value: string): unknown {
  if (name === undefined) return value
  const members = isObject(body) ? body : {}
  return { ...members, [name]: withMember(members[name], deeper, value) }
}

/** Judges the messages that were sent so far. */
export async function judgeMessages (
  messages: readonly ProposedMessage[],
  world: TrialWorld,
  results: TrialResults
): Promise<void> {
  if (messages.length > 0) await world.pass('PT1S')
  for (const { address } of messages) results.add(address, await world.judgeDeliveries(address.id))
}
