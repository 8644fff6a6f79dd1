import { createError } from '@fastify/error'

/*
 * Every error that a user can meet. Codes never change.
 */

export const InvalidDocument = createError<[problems: string]>('STANDIN_INVALID_DOCUMENT', '%s', 500)
