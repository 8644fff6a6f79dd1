import type { MediaType } from '../contract/contract.ts'
import { problemBody } from './problem-details.ts'
import type { Words } from './words.ts'

/** The form that a document has for an error, in one media type. */
export interface ErrorForm {
  /** Whether it can contain the whole message. */
  readonly tells: boolean
  /** Returns the form as it is filled; `undefined` where no body that fits its schema is found. */
  fill (words: Words): FilledForm | undefined
}

export interface FilledForm {
  readonly body: unknown
  /** Whether the body tells what is wrong. */
  readonly isTold: boolean
}

/** The source that a form is compiled from. */
export interface FormSource {
  readonly mediaType: MediaType
  /** The words of a refusal as good as any. */
  readonly sample: Words
  /** Tells whether a body fits the media type. */
  fits (body: unknown): boolean
}

/** Returns the body of problem details with some words. */
export function ownBody (words: Words): Record<string, unknown> {
  const { code, message: detail, status, title, violations } = words
  return problemBody({ status, code, title, detail, violations: violations.length > 0 ? violations : undefined })
}
