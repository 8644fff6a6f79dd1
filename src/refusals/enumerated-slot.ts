import { isErrorStatus } from './role-of.ts'
import { takes } from './form-part.ts'
import type { FormPart, FormPlace, Slot } from './form-part.ts'
import type { ErrorKind, Words } from './words.ts'

/** The parts of words for each kind of refusal, the most exact first. */
const MEANINGS: Readonly<Record<ErrorKind, readonly RegExp[]>> = {
  malformed: [/malform|pars|syntax|json|decod/, /invalid|valid|bad|wrong|request|argument|param|input/],
  invalid: [/invalid|valid|unprocess|inv[aá]l/, /bad|wrong|argument|param|input|schema|format/, /request|malform/],
  unauthorized: [/unauth|authent|login|logged|sign/, /token|credential|auth|api.?key|session/],
  forbidden: [/forbid|permission|scope|privileg/, /denied|access|allow|author/],
  notFound: [/not.?found|no.?such|unknown/, /missing|exist/],
  methodNotAllowed: [/method/, /allow|support/],
  notAcceptable: [/accept/, /media|format|support/],
  tooManyRequests: [/too.?many|rate|throttl|quota/, /limit|exceed|requests/],
  tooLarge: [/large|big|size|length|payload/, /limit|exceed/],
  unsupportedMediaType: [/media|content.?type|mime/, /unsupported|format|type/]
}

/** The parts of words that name an error of any kind. */
const ANY_ERROR = /err|fail|fehl|fout|fatal|critical/

/** Returns the slot of a value that its schema enumerates; `undefined` for other places. */
export function enumeratedSlot (part: FormPart, place: FormPlace): Slot | undefined {
  const { path, shape, value } = place
  const listed = shape.said('enum').find(list => Array.isArray(list) && list.includes(value))
  const values: readonly unknown[] = Array.isArray(listed) ? listed : []
  const possible = values.filter(candidate => takes(part, place, candidate))
  if (possible.length < 2) return undefined
  return { path, write: words => valueFor(words, possible) ?? value }
}

/** Returns the value that means what some words say: the fact itself, or one that is named after the kind. */
function valueFor (words: Words, values: readonly unknown[]): unknown {
  const { kind, place, rule, status } = words
  const facts = [status, String(status), place?.part, rule]
  const fact = facts.find(fact => fact !== undefined && values.includes(fact))
  if (fact !== undefined) return fact
  const texts = values.filter(value => typeof value === 'string')
  for (const meaning of [...MEANINGS[kind], ANY_ERROR]) {
    const found = texts.find(text => meaning.test(text.toLowerCase()))
    if (found !== undefined) return found
  }
  return values.find(isErrorStatus)
}
