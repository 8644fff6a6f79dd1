import type { Schema } from '../schemas/schema.ts'
import { CALLBACK_WORDS, SIGN_WORDS, WEBHOOK_WORDS } from './message-words.ts'
import { OPERATION_WORDS } from './operation-words.ts'
import { REPLY_DEFINITIONS } from './reply-words.ts'
import { ROOT_WORDS } from './root-words.ts'
import { TEMPLATE_DEFINITIONS } from './template-words.ts'

/** The JSON Schemas of `x-standin`, by the names that they refer to each other by. */
export const DEFINITIONS: Readonly<Record<string, Schema>> = {
  Root: ROOT_WORDS,
  Operation: OPERATION_WORDS,
  Callback: CALLBACK_WORDS,
  Webhook: WEBHOOK_WORDS,
  Sign: {
    description: 'How the message is signed.',
    type: 'object',
    required: ['scheme'],
    properties: { scheme: { enum: Object.keys(SIGN_WORDS) } },
    allOf: Object.entries(SIGN_WORDS).map(([scheme, words]) => ({
      if: { required: ['scheme'], properties: { scheme: { const: scheme } } },
      then: words
    }))
  },
  ...REPLY_DEFINITIONS,
  ...TEMPLATE_DEFINITIONS
}
