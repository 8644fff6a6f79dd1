import { isObject } from '../documents/is-object.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import type { Arrangement, Edit } from './edit.ts'
import { plainName } from './name-words.ts'

const TEXTS: ReadonlySet<string> = new Set([
  'message', 'msg', 'title', 'detail', 'details', 'description', 'summary', 'reason', 'error', 'errormessage',
  'errordescription', 'errordetail', 'errortitle', 'usermessage', 'developermessage'
])
const CODES: ReadonlySet<string> = new Set(['code', 'errorcode', 'type', 'errortype'])

/** The most texts of an error that are edited, and how deep they may be. */
const MOST = 50
const DEEPEST = 4

/** Lists the edits by which the generated texts and codes of an error name its status, as in `Not Found`. */
export function listErrorTextEdits (value: unknown, { draw: { reply }, fixed }: Arrangement): Edit[] {
  if (reply === undefined || reply.status < 400) return []
  const { status } = reply
  const edits: Edit[] = []
  const visit = (part: unknown, path: readonly string[]): void => {
    if (typeof part !== 'object' || part === null || fixed.has(part) || path.length > DEEPEST) return
    for (const [name, member] of Object.entries(part)) {
      if (edits.length >= MOST) return
      const text = isObject(part) && !fixed.has(member) ? textFor(plainName(name), member, status) : undefined
      if (text === undefined) visit(member, [...path, name])
      else edits.push({ path: [...path, name], values: [text] })
    }
  }
  visit(value, [])
  return edits
}

function textFor (name: string, member: unknown, status: number): string | number | undefined {
  const phrase = STATUS_CODES[status] ?? 'Error'
  if (typeof member === 'number') return CODES.has(name) ? status : undefined
  if (typeof member !== 'string') return undefined
  if (TEXTS.has(name)) return phrase
  if (!CODES.has(name)) return undefined
  // A problem of RFC 9457 without a type of its own.
  return /^https?:/.test(member) ? 'about:blank' : phrase.toLowerCase().replaceAll(/[^a-z]+/g, '_')
}
