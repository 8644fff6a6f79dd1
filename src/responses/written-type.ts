import type { MediaType } from '../contract/contract.ts'
import { FORM, isJson, isSequence, isXml, takesMediaType, writtenMediaType } from '../messages/media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { parseAccept, weightOf } from './accept.ts'

/** What a range of media types is written as, where a client does not say. */
const TYPES: Readonly<Record<string, string>> = { text: 'text/plain', image: 'image/png', audio: 'audio/mpeg', video: 'video/mp4', font: 'font/woff2' }

/** What a media type is called when it is written: a range stands for a type within it. */
export function writtenName (name: string): string {
  return name.includes('*') ? TYPES[name.slice(0, name.indexOf('/'))] ?? 'application/json' : name
}

/** What an answer says that it is: the media type with its parameters; of a range, the type within it that the client likes best and that the value can be written in. */
export function writtenType (mediaType: MediaType, accept: unknown): string {
  if (!mediaType.name.includes('*')) return writtenMediaType(mediaType)
  const usual = usualType(mediaType)
  if (typeof accept !== 'string') return usual
  const accepted = parseAccept(accept)
  const [liked] = accepted
    .filter(({ range, weight }) => weight > 0 && !range.includes('*') && takesMediaType(mediaType.name, range) && canBeWritten(mediaType, range))
    .toSorted((a, b) => b.weight - a.weight)
  return liked === undefined || weightOf({ name: usual, parameters: {} }, accepted) >= liked.weight ? usual : liked.range
}

function usualType ({ name, schema }: MediaType): string {
  const usual = writtenName(name)
  return usual === 'application/json' && schema !== undefined && shapeOf(schema).isBinary ? 'application/octet-stream' : usual
}

/** Lists and objects have a form in few media types. */
function canBeWritten ({ examples: [example], items, schema }: MediaType, name: string): boolean {
  const { kinds } = shapeOf(schema)
  const isStructured = items !== undefined || kinds.has('object') || kinds.has('array') || typeof example?.value === 'object'
  return !isStructured || isJson(name) || isXml(name) || isSequence(name) || name === FORM || name === 'text/event-stream'
}
