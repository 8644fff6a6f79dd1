import { exactJson } from '../exact-json.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { bodyValue, RawBody, UnkeptBody } from '../messages/raw-body.ts'
import { maskText } from '../schemas/mask-text.ts'
import { maskValue } from './mask-value.ts'
import { startOfJson } from './start-of-json.ts'

/** A body as it is shown, with a note if it is cut or left out. */
export interface ShownBody {
  readonly body?: unknown
  readonly note?: string
}

/** The longest body that is shown in full, in characters of JSON. */
const LONGEST_BODY = 65_536

/**
 * Shows a body as the journal keeps it: masks credentials, and cuts it where it is longer than `longest`, in characters
 * of JSON.
 */
export function showBody (kept: unknown, longest = LONGEST_BODY): ShownBody {
  if (kept instanceof RawBody && kept.bytes.length > longest) return showStart(kept, longest)
  if (kept instanceof UnkeptBody) return { note: `${kept.size} bytes, passed on without a copy` }
  return showValue(bodyValue(kept), longest)
}

function showValue (body: unknown, longest: number): ShownBody {
  if (body === undefined) return {}
  if (Buffer.isBuffer(body)) return { note: `${body.length} bytes, not shown` }
  if (isFileContent(body)) {
    return { note: `the file ${body.name} (${body.mediaType}), ${body.size} bytes, not shown` }
  }
  const masked = maskValue(body)
  const text = typeof masked === 'string' ? masked : exactJson.stringify(masked)
  return text.length <= longest ? { body: masked } : cut(text, text.length, longest)
}

/** Shows the start of a long body. The rest of it is not even parsed: a page has a hundred bodies. */
function showStart (kept: RawBody, longest: number): ShownBody {
  const mediaType = mediaTypeOf(kept.contentType)
  const isText = mediaType.startsWith('text/') || /(?:json|xml|urlencoded)/.test(mediaType)
  if (!isText) return showValue(kept.read(), longest)
  const text = kept.bytes.toString()
  if (!isJson(mediaType)) return cut(maskText(text.slice(0, longest)), text.length, longest)
  const { closing, json } = startOfJson(text, longest)
  const value = new RawBody(Buffer.from(json), kept.contentType).read()
  const masked = exactJson.stringify(maskValue(value))
  const start = masked.endsWith(closing) ? masked.slice(0, masked.length - closing.length) : masked
  return cut(start, text.length, longest)
}

function cut (text: string, length: number, longest: number): ShownBody {
  const body = text.slice(0, longest)
  return { body, note: `cut: the first ${body.length} of ${length} characters` }
}
