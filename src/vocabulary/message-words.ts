import { ALGORITHMS, ENCODINGS } from '../security/sign.ts'
import type { Schema } from '../schemas/schema.ts'
import { described, listOf, place, refTo } from './place.ts'
import type { Place } from './place.ts'
import { DURATION, STATUSES, TEMPLATE, TEMPLATES, TEXT } from './values.ts'

/** The events of a resource that a request can cause. */
export const RESOURCE_EVENTS = ['created', 'changed', 'deleted'] as const

export type ResourceEvent = (typeof RESOURCE_EVENTS)[number]

/** The words of a secret that the environment has. */
export const SECRET = place(
  'The value of an environment variable.',
  {
    env: described('The name of the variable.', TEXT),
    else: described('The secret where the environment has none.', TEXT)
  },
  ['env']
)

const SIGNED = {
  secret: { description: 'The secret.', anyOf: [TEXT, SECRET] }
}

const HEADER = { header: described('The header of the signature.', TEXT) }

/** The words of `sign`, by scheme. */
export const SIGN_WORDS = {
  'standard-webhooks': scheme('standard-webhooks', {}, ['secret']),
  stripe: scheme('stripe', HEADER, ['secret']),
  github: scheme('github', HEADER, ['secret']),
  hmac: scheme(
    'hmac',
    {
      ...HEADER,
      algorithm: { description: 'The algorithm; sha256 where it is left out.', enum: ALGORITHMS },
      encoding: { description: 'The encoding of the signature; hex where it is left out.', enum: ENCODINGS },
      prefix: described('A text before the signature.', TEXT),
      content: described('What is signed, in which {id}, {timestamp} and {body} are replaced.', TEXT),
      timestamp: described('A header that tells the timestamp, in seconds.', TEXT)
    },
    ['secret', 'header']
  )
} as const

function scheme (name: string, words: Readonly<Record<string, Schema>>, required: readonly string[]): Place {
  const properties = { scheme: { description: 'The scheme of the signature.', const: name }, ...SIGNED, ...words }
  return place<string>('How the message is signed.', properties, required)
}

const MESSAGE = {
  body: described('The body, as a template that is filled in when it is sent.', TEMPLATE),
  headers: described('The headers, as templates.', TEMPLATES),
  sign: described('How the message is signed.', refTo('Sign')),
  retries: described('The pauses before each further attempt; 1, 5 and 25 seconds where it is left out.',
    listOf(DURATION))
}

/** The words of `x-standin` in an operation of a callback. */
export const CALLBACK_WORDS = place(
  'When the callback is sent, and with what.',
  { when: described('The statuses that it is sent at.', STATUSES), ...MESSAGE },
  ['when']
)

/** The words of `x-standin` in an operation of a webhook. */
export const WEBHOOK_WORDS = place(
  'When the webhook is sent, and with what.',
  {
    of: described('The type of resource.', TEXT),
    when: described('The statuses that it sends: one webhook for each that a resource enters.', STATUSES),
    on: described('The events of requests that it sends.', listOf({ enum: RESOURCE_EVENTS })),
    url: described('Where it is sent; the settings of the world take precedence.', TEMPLATE),
    ...MESSAGE
  },
  ['of']
)
