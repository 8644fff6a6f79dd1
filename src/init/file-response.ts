import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import { isJson } from '../messages/media-type.ts'
import { listMembers } from './member.ts'
import type { Member } from './member.ts'
import { plainName } from './role-of.ts'
import { keywordOf, typeOf, typesOf } from './types-of.ts'

/** How an operation gives a file: as its body, by a redirect, or by a URL in a JSON object. */
export type FileResponse =
  | { readonly kind: 'content', readonly response: ResponseDefinition, readonly mediaTypes: readonly string[] }
  | { readonly kind: 'redirect', readonly response: ResponseDefinition }
  | { readonly kind: 'link', readonly response: ResponseDefinition, readonly schema: SchemaReference }

const REDIRECTS = ['302', '303', '307', '301']

/** Matches last segments of paths under which there are files: `download`, `report.csv`. */
const FILE_WORDS =
  /(download|file|content|export|output|result|url|link|artifact|report|data|archive|export|attachment|media|document)s?$/i

/** Matches plain names of members that are the URL of a file. */
const URLS = new RegExp(`^(${[
  'download', 'file', 'result', 'output', 'artifact', 'archive', 'report', 'export', 'content', 'signed', 'presigned',
  'csv', 'pdf', 'zip', 'video', 'data', 'document', 'temporary'
].join('|')})s?(file|download)?(url|uri|link|href)$`)

/** Returns how an operation gives a file; `undefined` when it gives none. */
export function fileResponse (operation: Operation): FileResponse | undefined {
  const { method, path, responses } = operation
  const response = successResponse(operation)
  if (method !== 'GET') return undefined
  if (response === undefined || !response.status.startsWith('2')) {
    const redirect = REDIRECTS
      .map(status => responses.find(one => one.status === status))
      .find(one => one?.headers.some(({ name }) => name === 'location') === true)
    return redirect && FILE_WORDS.test(lastWord(path)) ? { kind: 'redirect', response: redirect } : undefined
  }
  const { content } = response
  const files = content.filter(({ name, schema }) => isFileType(name, schema))
  const [json] = content.filter(({ name }) => isJson(name))
  if (files.length > 0 && (json === undefined || files.includes(json))) {
    return { kind: 'content', response, mediaTypes: files.map(({ name }) => name) }
  }
  const { schema } = json ?? {}
  if (schema === undefined || typeOf(schema) !== 'object' || !FILE_WORDS.test(lastWord(path))) return undefined
  const hasUrl = [...listMembers(schema).values()].some(member => isFileUrl(member) || isPlainUrl(member))
  return hasUrl ? { kind: 'link', response, schema } : undefined
}

/** Returns whether a member is the URL of a file by its name: `download_url`. */
export function isFileUrl ({ name, schema }: Pick<Member, 'name' | 'schema'>): boolean {
  return URLS.test(plainName(name)) && isLink(schema)
}

/** Returns whether a member is a URL, of whatever: `href`. */
export function isPlainUrl ({ name, schema }: Pick<Member, 'name' | 'schema'>): boolean {
  return /^(url|uri|link|href|location)$/.test(plainName(name)) && isLink(schema)
}

function isLink (schema: SchemaReference): boolean {
  const isText = typeOf(schema) === 'string' && keywordOf(schema, 'pattern') === undefined
  return isText && ['uri', 'url', 'uri-reference', undefined].includes(keywordOf(schema, 'format') as string)
}

/** Returns whether content is bytes or text without a structure that a schema describes. */
function isFileType (name: string, schema: SchemaReference | undefined): boolean {
  const isBinary = schema !== undefined && ['binary', 'byte'].includes(String(keywordOf(schema, 'format')))
  if (isBinary) return true
  if (isJson(name) || /^text\/(html|event-stream)$|xml$/.test(name)) return false
  return schema === undefined || typesOf(schema).every(type => type === 'string')
}

function lastWord (path: string): string {
  return path.split(/[/:]/).at(-1) ?? ''
}
