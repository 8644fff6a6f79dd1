import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { RecordedExchange } from '../har/recorded-exchange.ts'
import { headerOf } from '../har/recorded-exchange.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import { literal } from './literal.ts'
import type { LearningRedactor } from './redactor.ts'

/** How many lines of a file are kept as its rows. */
const MAX_ROWS = 20

/** A file that was downloaded in a recording. */
interface Download {
  readonly bytes: Buffer
  readonly mediaType: string
}

/** The files of a type, and the template of the member that lists them. */
export interface LearnedFiles {
  /** The `files` of the type. */
  readonly declaration: JsonObject
  readonly member: JsonObject
}

/** Knows the files that were downloaded in a recording, by their URLs. */
export class Downloads {
  readonly #files = new Map<string, Download>()

  constructor (exchanges: readonly RecordedExchange[]) {
    for (const { request: { method, url }, response } of exchanges) {
      const { body, status } = response
      const mediaType = mediaTypeOf(headerOf(response, 'content-type') ?? '')
      const isText = /^text\/|csv|json|xml/.test(mediaType) && mediaType !== 'application/json'
      if (method !== 'GET' || status !== 200 || body === undefined || !isText) continue
      this.#files.set(url, { bytes: body, mediaType })
    }
  }

  /** Tells the files of a type by a member that lists the URLs of some that were downloaded. */
  filesIn (value: unknown, status: string, redactor: LearningRedactor): LearnedFiles | undefined {
    const [first] = Array.isArray(value) ? value : []
    if (!Array.isArray(value) || !isObject(first)) return undefined
    const items = value.filter(isObject)
    for (const name of Object.keys(first)) {
      const found = items.map(item => this.#files.get(String(item[name]))).find(file => file !== undefined)
      if (found === undefined) continue
      const { bytes, mediaType } = found
      const lines = bytes.toString().split(/\r?\n/).filter(line => line !== '').slice(0, MAX_ROWS)
      const member: JsonObject = {}
      for (const [other, own] of Object.entries(first)) {
        member[other] = literal(redactor.value(own, other))
        if (other === name) member[other] = '$item.url'
        else if (typeof own === 'number' && /size|bytes|length/i.test(other)) member[other] = '$item.size'
      }
      const declaration = {
        name: '{$id}-{$n}',
        count: value.length,
        rows: lines.map(line => literal(redactor.value(line))),
        mediaType,
        while: [status]
      }
      return { declaration, member: { $each: '$files', as: member } }
    }
    return undefined
  }
}
