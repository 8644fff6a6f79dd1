import { isToldHeader } from './is-told-header.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import type { SeenExchange, SeenMessage } from './seen-exchange.ts'
import { statedType } from './stated-type.ts'
import { SeenValues } from './seen-values.ts'
import { textValue } from './text-value.ts'

/** How many statuses, media types, headers or parameters are remembered of one thing. */
const MAX_NAMES = 50

/** Describes the bodies of messages that no contract documents, by their media types. */
export class SeenBodies {
  readonly types = new Map<string, SeenValues>()

  add ({ body, headers }: SeenMessage): void {
    const type = statedType(headers)
    if (type === undefined || type === '') return
    seenOf(this.types, mediaTypeOf(type))?.add(body)
  }
}

/** Describes responses that no contract documents. */
export class SeenResponse {
  readonly headers = new Map<string, SeenValues>()
  readonly bodies = new SeenBodies()

  add (message: SeenMessage): void {
    for (const [name, value] of Object.entries(message.headers)) {
      if (isToldHeader(name) && value !== undefined) seenOf(this.headers, name)?.add(textValue(String(value)))
    }
    this.bodies.add(message)
  }
}

/** Describes the requests at a path that no contract documents, and their responses. */
export class SeenOperation {
  readonly query = new Map<string, SeenValues>()
  readonly bodies = new SeenBodies()
  readonly responses = new Map<number, SeenResponse>()

  add ({ request, response, url }: SeenExchange): void {
    // A request that was not accepted shows nothing of what is to be sent.
    if (response.status < 400) this.#addRequest(request, url)
    let known = this.responses.get(response.status)
    if (known === undefined && this.responses.size < MAX_NAMES) {
      known = new SeenResponse()
      this.responses.set(response.status, known)
    }
    known?.add(response)
  }

  #addRequest (request: SeenMessage, url: string): void {
    const start = url.indexOf('?')
    for (const [name, value] of new URLSearchParams(start === -1 ? '' : url.slice(start + 1))) {
      seenOf(this.query, name)?.add(textValue(value))
    }
    this.bodies.add(request)
  }
}

function seenOf (map: Map<string, SeenValues>, name: string): SeenValues | undefined {
  const known = map.get(name)
  if (known !== undefined || map.size >= MAX_NAMES) return known
  const made = new SeenValues()
  map.set(name, made)
  return made
}
