import { existsSync } from 'node:fs'
import { nearest } from '../documents/nearest.ts'
import { UnknownVerb } from '../errors.ts'

const VERBS = ['types', 'check', 'init', 'health', 'ctl']

/** The letters in which a mistyped verb may differ. */
const MAX_DISTANCE = 2

/**
 * Rejects a first document that is no file, but nearly a verb. Without a verb, documents are served, so that
 * `standin chekc x.yaml` would look for a document `chekc`. Throws `UnknownVerb`.
 */
export function rejectMistypedVerb (documents: string | readonly string[] | undefined): void {
  const [first] = typeof documents === 'object' ? documents : []
  if (first === undefined || !/^\w+$/.test(first) || existsSync(first)) return
  const near = nearest(first, VERBS, MAX_DISTANCE)
  if (near !== undefined) throw new UnknownVerb(first, `did you mean "standin ${near}"?`)
}
