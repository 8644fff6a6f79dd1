import type { Operation, SchemaReference } from '../contract/contract.ts'
import { statusOf } from '../contract/success-response.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { fileResponse, isFileUrl, isPlainUrl } from './file-response.ts'
import type { FileResponse } from './file-response.ts'
import { findOne } from './find-one.ts'
import { listMembers } from './member.ts'
import type { Member } from './member.ts'
import { isDocumented, refusalReply } from './refusal.ts'
import { inWords } from './resource-name.ts'
import { instantFor, plainName, roleOf } from './role-of.ts'
import { exampleOf, memberOf } from './success-of.ts'
import { leave } from './suggestion.ts'
import type { OperationSource, Suggestion } from './suggestion.ts'
import { typeOf } from './types-of.ts'
import { literal } from '../simulation/literal.ts'

/** The statuses of a response while there is no file yet, the most usual first. */
const NOT_READY = [409, 425, 423, 404, 403, 400, 422]

/** Proposes an operation that gives a file of a resource: its content, or a link to it. */
export function suggestDownload (operation: Operation, source: OperationSource): Suggestion {
  const { model: { job, name }, type } = source
  const { files } = type.declaration
  const file = fileResponse(operation)
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  if (file === undefined || !isObject(files)) return leave(operation, 'it gives no file')
  if (file.kind === 'content' && !file.mediaTypes.some(type => accepts(type, String(files.mediaType)))) {
    return leave(operation, `the files of a type have one media type, and another gives ${String(files.mediaType)}`)
  }
  const reply = replyFor(file, operation, source)
  const proposed = { kind: 'proposed', action: 'download', operation, responses: found.responses, notes: [] } as const
  if (job === undefined) return { ...proposed, declaration: { find: found.find, reply } }

  const { success, ...others } = job.statuses
  const notReady = NOT_READY.find(status => isDocumented(operation, status))
  const refusedBy = isObject(found.find.else) ? found.find.else.status : undefined
  if (notReady === undefined || notReady === refusedBy) {
    return { ...proposed, declaration: { find: { ...found.find, while: success }, reply } }
  }
  const text = `The ${inWords(name)} {$id} is {$status}`
  const refused = refusalReply(operation, notReady, text, source.samples)
  const whileIn = Object.fromEntries(Object.values(others).flat().map(status => [status, refused]))
  return { ...proposed, declaration: { find: found.find, reply: { ...reply, while: whileIn } } }
}

function accepts (range: string, mediaType: string): boolean {
  return range === '*/*' || range === mediaType || range === `${mediaType.split('/')[0] ?? ''}/*`
}

const ATTACHMENT = 'attachment; filename="{$files.0.name}"'

function replyFor (file: FileResponse, operation: Operation, source: OperationSource): JsonObject {
  const status = statusOf(file.response)
  if (file.kind === 'redirect') return { status, headers: { Location: '$files.0.url' } }
  if (file.kind === 'link') return { status, body: linkBody(file.schema, operation, source) }
  const isNamed = file.response.headers.some(({ name }) => name === 'content-disposition')
  return { status, ...isNamed && { headers: { 'Content-Disposition': ATTACHMENT } }, body: { $file: 0 } }
}

/** Returns an object with the URL of the file, what is said of it beside that, and samples of what else is required. */
function linkBody (schema: SchemaReference, operation: Operation, { model, samples }: OperationSource): JsonObject {
  const example = exampleOf(operation)
  const members = [...listMembers(schema).values()]
  const hasFileUrl = members.some(isFileUrl)
  const body: JsonObject = {}
  for (const member of members) {
    const { name, required, schema } = member
    const isUrl = hasFileUrl ? isFileUrl(member) : isPlainUrl(member)
    const known = isUrl ? '$files.0.url' : aboutFile(member, model)
    if (known !== undefined) body[name] = known
    else if (required) body[name] = literal(samples.of(schema, memberOf(example, name)))
  }
  return body
}

function aboutFile (member: Member, { collection, id, job }: OperationSource['model']): string | undefined {
  const { name, schema } = member
  const plain = plainName(name)
  const type = typeOf(schema)
  if (type === 'integer' && /^(file)?(size|bytes|length)(bytes|inbytes)?$/.test(plain)) return '$files.0.size'
  if (type === 'string' && /^(file)?name$/.test(plain)) return '$files.0.name'
  if (roleOf(member) === 'expires') return `${instantFor('$now', member)} + PT1H`
  if (name === job?.member.name) return '$status'
  const isId = id !== undefined && [id.name, collection.id].includes(name) && type === typeOf(id.schema)
  return isId ? '$id' : undefined
}
