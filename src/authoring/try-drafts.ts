import { bindNeeds } from './bind-needs.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import type { Scribe, Sent } from './scribe.ts'

/** Sends drafts of an operation until one is accepted. Returns that one; `undefined` where none is. */
export async function tryDrafts (scribe: Scribe, declared: DeclaredOperation): Promise<Sent | undefined> {
  for (const draft of scribe.author.draftsOf(declared.operation)) {
    const sent = await scribe.try(bindNeeds(draft, declared, scribe))
    if (sent.response.status < 400) return sent
  }
}
