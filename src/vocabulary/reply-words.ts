import type { Schema } from '../schemas/schema.ts'
import { described, named, place, refTo } from './place.ts'
import { REPLY, TEMPLATES, TEXT } from './values.ts'

/** The words of a reply. */
export const REPLY_WORDS = place(
  'A reply.',
  {
    status: {
      description: 'The status, which is one that the operation documents.',
      type: 'integer',
      minimum: 200,
      maximum: 599
    },
    headers: described('The headers, as templates. The values of a list are headers of their own.', TEMPLATES),
    body: described('The body, as a template, or { $file: 0 }. Without it, the reply has none.', refTo('Body')),
    example: described('The name of an example or a fixture of the status, instead of a body.', TEXT),
    while: described('Replies that take its place, by the status of the resource.', named(REPLY))
  },
  ['status']
)

/** Replies, and what else can stand in their place. */
export const REPLY_DEFINITIONS: Readonly<Record<string, Schema>> = {
  Reply: {
    description: 'A reply, or the name of one of the document\'s replies.',
    if: { type: 'object' },
    then: refTo('ReplyObject'),
    else: TEXT
  },
  ReplyObject: REPLY_WORDS,
  ReplyOrReuse: {
    ...REPLY,
    description: 'The reply, the name of one, or "reuse": the resource in the way takes the place of a new one.'
  }
}
