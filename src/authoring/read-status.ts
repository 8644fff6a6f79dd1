import type { DeclaredType } from './declared-operation.ts'
import { bodyExpression, findEqual } from './find-values.ts'
import type { Scribe, Sent } from './scribe.ts'
import { tryDrafts } from './try-drafts.ts'

/** A request whose response shows the status of a job. */
export interface SeenStatus {
  readonly sent: Sent
  readonly pointer: string
}

/** Asks for the last resource of a type. Returns the response that shows a status. */
export async function readStatus (
  scribe: Scribe,
  type: DeclaredType,
  status: string
): Promise<SeenStatus | undefined> {
  for (const reader of scribe.author.readersOf(type.name)) {
    const sent = await tryDrafts(scribe, reader)
    const found = sent && findEqual(sent.body, status, type.statusMember)
    if (sent !== undefined && found !== undefined) return { sent, pointer: found.pointer }
  }
}

/** Writes the step of a response that shows a status. */
export function writeStatus (
  scribe: Scribe,
  { pointer, sent }: SeenStatus,
  status: string,
  parts: Parameters<Scribe['write']>[2] = {}
): Sent {
  scribe.write(sent, `${sent.draft.operation.name}-${status}`, parts)
  scribe.expect(sent, `${bodyExpression(pointer)} == ${conditionText(status)}`)
  return sent
}

/** Writes a text as a literal of a condition. */
function conditionText (text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
