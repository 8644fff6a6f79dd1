import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { exactJson } from '../exact-json.ts'
import { contentTypeOf, FORM, isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { Headers } from '../messages/message.ts'

/** Returns the value of a body: parsed JSON, the members of a form, or text; `undefined` for an empty one. */
export function parsedBody (bytes: Buffer, headers: Headers): unknown {
  if (bytes.length === 0) return undefined
  const text = bytes.toString('utf8')
  const contentType = contentTypeOf(headers)
  const mediaType = contentType === undefined ? '' : mediaTypeOf(contentType)
  if (mediaType === FORM) return formValue(text)
  if (!isJson(mediaType)) return text
  try {
    return exactJson.parse(text)
  } catch {
    return text
  }
}

/** Returns the members of a form; `order[id]=1` is a member within another. */
function formValue (text: string): JsonObject {
  const members: JsonObject = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const names = /^[^[\]]+(?:\[[^[\]]+\])*$/.test(key) ? key.replaceAll(']', '').split('[') : [key]
    let parent = members
    for (const name of names.slice(0, -1)) {
      const inner = Object.hasOwn(parent, name) ? parent[name] : undefined
      const object = isObject(inner) ? inner : {}
      define(parent, name, object)
      parent = object
    }
    define(parent, names.at(-1) ?? key, value)
  }
  return members
}
