import { ABSENT } from './edit.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listEnveloped } from './list-enveloped.ts'
import { nameWords, plainName } from './name-words.ts'

const SUCCESS: ReadonlySet<string> = new Set([
  'success', 'successful', 'issuccess', 'issuccessful', 'succeeded', 'ok', 'isok'
])
const FAILURE: ReadonlySet<string> = new Set(['failed', 'failure', 'haserror', 'haserrors', 'iserror', 'error'])
const ERROR_WORDS: ReadonlySet<string> = new Set(['error', 'errors', 'fault', 'exception', 'failure'])
/** The words that may stand beside `error` in the name of a member that tells of one. */
const ERROR_PARTS: ReadonlySet<string> = new Set([
  'message', 'messages', 'code', 'description', 'detail', 'details', 'reason', 'type', 'text', 'list', 'info', 'id',
  'api', 'response'
])
const STATUSES: ReadonlySet<string> = new Set(['status', 'statuscode', 'httpstatus', 'httpstatuscode', 'httpcode'])
const BAD_STATUS = /^(?:error|errors|fail|failed|failure|nok|ko)$/i

/** Lists the edits that keep errors away from a success, and a success away from errors. */
export function listOutcomeEdits (value: unknown, { draw: { reply } }: Arrangement): Edit[] {
  if (reply === undefined) return []
  const edits: Edit[] = []
  const { status } = reply
  for (const { object, path } of listEnveloped(value)) {
    for (const [name, member] of Object.entries(object)) {
      const values = status < 400 ? inSuccess(name, member) : inError(name, member, status)
      if (values !== undefined) edits.push({ path: [...path, name], values })
    }
  }
  return edits
}

function inSuccess (name: string, member: unknown): unknown[] | undefined {
  const plain = plainName(name)
  if (typeof member === 'boolean') {
    if (SUCCESS.has(plain)) return [true]
    return FAILURE.has(plain) ? [false] : undefined
  }
  if (plain === 'status' && typeof member === 'string' && BAD_STATUS.test(member)) return ['success', 'ok', 'OK']
  if (!isNamedAfterError(nameWords(name))) return undefined
  if (typeof member === 'number') return [ABSENT, null, 0]
  return [ABSENT, null, Array.isArray(member) ? [] : '']
}

function isNamedAfterError (words: readonly string[]): boolean {
  const isError = words.some(word => ERROR_WORDS.has(word))
  return isError && words.every(word => ERROR_WORDS.has(word) || ERROR_PARTS.has(word))
}

function inError (name: string, member: unknown, status: number): unknown[] | undefined {
  const plain = plainName(name)
  if (SUCCESS.has(plain) && typeof member === 'boolean') return [false]
  if (!STATUSES.has(plain)) return undefined
  if (typeof member === 'number') return [status]
  return typeof member === 'string' && plain !== 'status' ? [String(status)] : undefined
}
