import { existsSync } from 'node:fs'
import { nearest } from '../documents/nearest.ts'
import { UnknownVerb } from '../errors.ts'

const VERBS = ['mock', 'types', 'check', 'init', 'verify', 'health', 'report', 'drift', 'learn', 'pact', 'ctl']

/** Verbs of other tools, and what to say instead. */
const OTHERS = new Map([
  ['serve', 'leave "serve" out, as in "standin api.yaml"'],
  ['start', 'leave "start" out, as in "standin api.yaml"'],
  ['run', 'leave "run" out, as in "standin api.yaml"'],
  ['validate', 'did you mean "standin check"?'],
  ['lint', 'did you mean "standin check"?'],
  ['coverage', 'did you mean "standin report"?'],
  ['diff', 'did you mean "standin drift"?'],
  ['compare', 'did you mean "standin drift"?'],
  ['record', 'did you mean "standin learn", which reads a recording?'],
  ['help', '"standin --help" shows the verbs and options'],
  ['version', '"standin --version" shows the version'],
  ['stop', 'Ctrl+C in its terminal ends it'],
  ['proxy', 'name the service by an option: "standin api.yaml --proxy URL"']
])

/** The letters in which a mistyped verb may differ. */
const MAX_DISTANCE = 2

/**
 * Rejects a first document that is no file, but a verb of other tools or nearly one of standin. Without a verb,
 * documents are served, so that `standin chekc x.yaml` would look for a document `chekc`. Throws `UnknownVerb`.
 */
export function rejectMistypedVerb (documents: string | readonly string[] | undefined): void {
  const [first] = typeof documents === 'object' ? documents : []
  if (first === undefined || !/^\w+$/.test(first) || existsSync(first)) return
  const near = nearest(first, VERBS, MAX_DISTANCE)
  const hint = OTHERS.get(first) ?? (near === undefined ? undefined : `did you mean "standin ${near}"?`)
  if (hint !== undefined) throw new UnknownVerb(first, hint)
}
