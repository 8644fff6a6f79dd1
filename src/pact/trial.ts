import { exactJson } from '../exact-json.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { fitsBody } from './fits-body.ts'
import type { Interaction, PactBody, PactMessage, PactRequest } from './interaction.ts'
import type { ProviderState } from './provider-state.ts'

/** A request to a stand-in that serves the same documents, in this process. */
export interface TrialRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer | undefined
}

export interface TrialResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

/** Sends a request to the one world of a stand-in of its own. */
export type SendToTrial = (request: TrialRequest) => Promise<TrialResponse>

/** Tries interactions on a stand-in of its own, as a verifier of Pact does. */
export class Trial {
  readonly #send: SendToTrial

  constructor (send: SendToTrial) {
    this.#send = send
  }

  /** Returns whether the response of an interaction comes again, given its states. */
  async passes ({ request, response, states }: Interaction): Promise<boolean> {
    if (!await this.#setUp(states)) return false
    const { body, headers, status } = await this.#send(toTrialRequest(request))
    if (status !== response.status) return false
    const names = Object.keys(response.headers)
    if (!names.every(name => headers[name.toLowerCase()] !== undefined)) return false
    return fits(body, headers, response.body, response.rules.body)
  }

  /** Returns whether a message comes again, given its states. */
  async sends ({ body, description, rules, states }: PactMessage): Promise<boolean> {
    if (!await this.#setUp(states)) return false
    const answer = await this.#post('/__admin/pact/messages', { description, providerStates: states })
    return answer.status === 200 && fits(answer.body, answer.headers, body, rules)
  }

  /** Returns whether all states could be set up. */
  async #setUp (states: readonly ProviderState[]): Promise<boolean> {
    await this.#post('/__admin/pact/states', { action: 'teardown' })
    for (const { name, params } of states) {
      const { status } = await this.#post('/__admin/pact/states', { action: 'setup', state: name, params })
      if (status !== 200) return false
    }
    return true
  }

  async #post (url: string, body: object): Promise<TrialResponse> {
    const headers = { 'content-type': 'application/json' }
    return await this.#send({ method: 'POST', url, headers, payload: exactJson.stringify(body) })
  }
}

/** Returns the request of an interaction, with its query and body in the form of HTTP. */
function toTrialRequest ({ body, headers, method, path, query }: PactRequest): TrialRequest {
  const sent = new URLSearchParams()
  for (const [name, values] of Object.entries(query)) {
    for (const value of values) sent.append(name, value)
  }
  return {
    method,
    url: sent.size === 0 ? path : `${path}?${sent.toString()}`,
    headers: body === undefined ? headers : { 'Content-Type': body.contentType, ...headers },
    ...body !== undefined && { payload: payloadOf(body) }
  }
}

function payloadOf ({ content, kind }: PactBody): string | Buffer {
  if (kind === 'json') return exactJson.stringify(content)
  return kind === 'base64' ? Buffer.from(String(content), 'base64') : String(content)
}

function fits (
  bytes: Buffer,
  { 'content-type': contentType = '' }: Readonly<Record<string, unknown>>,
  body: PactBody | undefined,
  rules: Interaction['response']['rules']['body']
): boolean {
  if (body === undefined) return true
  if (mediaTypeOf(String(contentType)) !== mediaTypeOf(body.contentType)) return false
  if (body.kind === 'base64') return bytes.toString('base64') === body.content
  if (!isJson(mediaTypeOf(body.contentType))) return fitsBody(bytes.toString(), body.content, rules)
  try {
    return fitsBody(exactJson.parse(bytes.toString()), body.content, rules)
  } catch {
    return false
  }
}
