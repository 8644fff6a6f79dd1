import type { Sign } from '../security/sign.ts'
import { compileHeaders } from './compile-headers.ts'
import type { MakeHeaders } from './compile-headers.ts'
import { compileSign } from './compile-sign.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declared } from './declaration.ts'
import { compileOptional } from './template.ts'
import type { Evaluate } from './scope.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The message of a callback or a webhook, as its document declares it. */
export interface DeclaredMessage {
  readonly body: Evaluate
  readonly headers: MakeHeaders | undefined
  readonly sign: Sign | undefined
  /** The pauses before each further attempt, in milliseconds. */
  readonly retriesMs: readonly number[]
}

/** The pauses where none are declared, in milliseconds. */
const DEFAULT_RETRIES_MS = [1_000, 5_000, 25_000]

/** Compiles the message of a callback or a webhook that is sent by a method. */
export function compileMessage (
  { body, headers, retries, sign }: Declared,
  vocabulary: Vocabulary,
  method: string
): DeclaredMessage {
  return compileEach({
    body: () => compileOptional(body, vocabulary),
    headers: () => headers && compileHeaders(headers, vocabulary, method),
    sign: () => sign && compileSign(sign),
    retriesMs: () =>
      retries === undefined ? DEFAULT_RETRIES_MS : compileAll(retries.list(), pause => pause.duration())
  })
}
