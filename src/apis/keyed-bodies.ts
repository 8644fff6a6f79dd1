import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import { exactJson } from '../exact-json.ts'
import { FORM, isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { SentContent } from '../messages/sent-message.ts'
import { isAdminUrl } from './is-admin-url.ts'
import type { Done } from './read-body.ts'
import { readMessage } from './read-message.ts'
import type { BodyReaders } from './read-message.ts'

interface ReadResult {
  readonly error: Error | null
  readonly content: SentContent
}

const UNREAD: SentContent = { kind: 'streamed' }

/** The bodies of requests whose worlds a member of the body names: they are read before all else. */
export class KeyedBodies implements BodyReaders {
  readonly #members: readonly string[]
  readonly #read = new WeakMap<FastifyRequest['raw'], ReadResult>()

  constructor (members: readonly string[]) {
    this.#members = members
  }

  /** Has the body of each request to an API read at once, up to so many bytes. */
  readFirst (app: FastifyInstance, limit: number): void {
    app.addHook('onRequest', (request, reply, done) => {
      if (isAdminUrl(request.url)) return done()
      readMessage(reply, { mode: 'unmatched', isWhole: true, limit }, (error, message) => {
        this.#read.set(request.raw, { error, content: message?.content ?? UNREAD })
        done()
      })
    })
  }

  readonly readBody = ({ raw }: FastifyRequest, _limit: number, done: Done): void => {
    const { content, error } = this.#resultOf(raw)
    done(error, decodedIn(content))
  }

  readonly readMessage: typeof readMessage = ({ raw, request }: FastifyReply, { mode }, done): void => {
    const { content, error } = this.#resultOf(request.raw)
    if (error !== null) done(error)
    else done(null, { mode, request: request.raw, response: raw, content })
  }

  /** Returns the member that names the world of a request; `undefined` where its body has none that is a text. */
  valueOf ({ headers, raw }: FastifyRequest): string | undefined {
    const body = decodedIn(this.#resultOf(raw).content)
    if (body === undefined) return undefined
    const mediaType = mediaTypeOf(headers['content-type'] ?? '')
    const isForm = mediaType === FORM
    if (!isForm && !isJson(mediaType)) return undefined
    // A text that is no JSON is refused when the request is validated.
    const value = memberOf(isForm ? parseForm(body) : exactJson.tryParse(body.toString()), this.#members)
    return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined
  }

  /** Returns the body of a request as it was sent; `undefined` for one that has not been read. */
  sentBy (raw: FastifyRequest['raw']): { readonly bytes: Buffer | undefined } | undefined {
    const { content } = this.#resultOf(raw)
    return content.kind === 'read' ? content : undefined
  }

  #resultOf (raw: FastifyRequest['raw']): ReadResult {
    return this.#read.get(raw) ?? { error: null, content: UNREAD }
  }
}

function decodedIn (content: SentContent): Buffer | undefined {
  return content.kind === 'read' ? content.decoded : undefined
}

function parseForm (body: Buffer): object {
  return Object.fromEntries(new URLSearchParams(body.toString()))
}

function memberOf (value: unknown, members: readonly string[]): unknown {
  let found = value
  for (const name of members) {
    if (Array.isArray(found)) found = /^\d+$/.test(name) ? found[Number(name)] : undefined
    else found = isObject(found) ? ownMember(found, name) : undefined
  }
  return found
}
