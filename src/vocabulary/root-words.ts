import { LIMIT } from './limit-words.ts'
import { described, named, place, wordsOf } from './place.ts'
import { RESOURCE_WORDS } from './resource-words.ts'
import { REPLY, TEMPLATE, TEMPLATES } from './values.ts'

/** The words of `refusals`: the kinds of refusals of requests before any source is asked. */
const REFUSAL_WORDS = place('Replies to requests that are refused, by the reason.', {
  malformed: described('The body cannot be read.', REPLY),
  invalid: described('The request breaks the contract; $violations lists where.', REPLY),
  unauthorized: described('A credential is missing, has expired, or is not accepted in this world.', REPLY),
  forbidden: described('A token lacks a scope that the operation needs.', REPLY),
  notFound: described('There is no such path.', REPLY),
  methodNotAllowed: described('The path has other methods; `Allow` lists them.', REPLY),
  notAcceptable: described('The client accepts no media type of the operation.', REPLY),
  tooLarge: described('The body is too large.', REPLY),
  unsupportedMediaType: described('The body is of a media type that the operation does not take.', REPLY)
})

/** The kinds of refusals. */
export const REFUSALS = wordsOf(REFUSAL_WORDS)

export type RefusalKind = (typeof REFUSALS)[number]

/** The words of `x-standin` at the root of a document. */
export const ROOT_WORDS = place('What the API keeps, and how it responds as a whole.', {
  headers: described('Headers of every response, as templates.', TEMPLATES),
  replies: described('Replies of several operations, by name.', named(REPLY)),
  refusals: REFUSAL_WORDS,
  credentials: described('Credentials at places that security schemes cannot name: templates, by name.',
    named(TEMPLATE)),
  limits: described('The limits of requests, by name.', named(LIMIT)),
  resources: described('The types of what the API keeps, by name.', named(RESOURCE_WORDS))
})
