import type { JsonObject } from '../documents/is-object.ts'
import { expressionFor } from './expression-for.ts'
import { fileResponse, isFileUrl } from './file-response.ts'
import type { Member } from './member.ts'
import type { ResourceModel } from './resource-model.ts'
import { inWords } from './resource-name.ts'
import { typeOf, valuesOf } from './types-of.ts'

/** The usual endings of media types, and of the values of members such as `format`. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'jsonl',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/gzip': 'gz',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
  'image/png': 'png',
  'image/jpeg': 'jpg'
}

const BYTES = 'application/octet-stream'

/** The most members that a row of a table has beside the id and the time of creation. */
const MOST_COLUMNS = 4

/**
 * Proposes the files of a type that operations or URLs of its resources give; `undefined` for a type without. Their
 * lines speak of the resource, so that a client sees which file it has got.
 */
export function proposeFiles (model: ResourceModel, stored: readonly string[]): JsonObject | undefined {
  const { collection: { downloads }, job, members, name } = model
  const hasUrl = [...members.values()].some(member => isFileUrl(member) && !stored.includes(member.name))
  if (downloads.length === 0 && (job === undefined || !hasUrl)) return undefined
  const mediaType = mediaTypeOf(model)
  return {
    name: `${inWords(name).replaceAll(' ', '-')}-{$id}.${ENDINGS[mediaType] ?? 'bin'}`,
    ...linesFor(mediaType, model, stored),
    mediaType,
    ...job && { while: job.statuses.success }
  }
}

/** Returns the media type of the files: that of the first download, or of the first `format`. */
function mediaTypeOf ({ collection: { downloads }, members }: ResourceModel): string {
  for (const operation of downloads) {
    const file = fileResponse(operation)
    if (file?.kind !== 'content') continue
    const concrete = file.mediaTypes.filter(type => !type.includes('*'))
    return concrete.find(type => type !== BYTES) ?? BYTES
  }
  const format = members.get('format')
  const [first] = format === undefined ? [] : valuesOf(format.schema) ?? []
  return Object.entries(ENDINGS).find(([, ending]) => ending === first)?.[0] ?? BYTES
}

function linesFor (mediaType: string, { members, name }: ResourceModel, stored: readonly string[]): JsonObject {
  if (mediaType === 'text/csv') {
    const columns = stored.map(name => members.get(name)).filter(isPlain).slice(0, MOST_COLUMNS)
    const cells = columns.map(({ name }) => `{${expressionFor('$resource', name)}}`)
    const titles = columns.map(({ name }) => name)
    return {
      rows: [['id', 'created', ...titles].join(','), ['{$id}', '{$created}', ...cells].join(',')],
      header: 1
    }
  }
  if (/json|jsonl$/.test(mediaType)) return { rows: ['{"id":"{$id}","created":"{$created}"}'] }
  return { rows: [`The file of the ${inWords(name)} {$id}, as text`] }
}

/** Returns whether the values of a member can stand in a cell as they are: numbers, and words of a list. */
function isPlain (member: Member | undefined): member is Member {
  if (member === undefined || !/^\w+$/.test(member.name)) return false
  const values = valuesOf(member.schema)
  const areWords = values?.every(value => /^[\w -]*$/.test(String(value))) === true
  return areWords || ['integer', 'boolean'].includes(typeOf(member.schema) ?? '')
}
