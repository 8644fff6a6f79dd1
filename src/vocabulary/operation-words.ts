import { OWN_LIMIT } from './limit-words.ts'
import { described, named, place } from './place.ts'
import {
  ASYNC, CAPACITY, CHANGE, CREATE, FIND, IDEMPOTENT, REMOVAL, REQUIRES, UNIQUE
} from './step-words.ts'
import { REPLY } from './values.ts'

/** The words of `x-standin` in an operation. */
export const OPERATION_WORDS = place('What the operation does, in a fixed order.', {
  idempotent: IDEMPOTENT,
  requires: REQUIRES,
  find: FIND,
  unique: UNIQUE,
  capacity: CAPACITY,
  create: CREATE,
  update: { ...CHANGE, description: 'Replaces the members of the resource that was found or created.' },
  patch: { ...CHANGE, description: 'Merges members into the resource that was found or created (RFC 7396).' },
  delete: { description: REMOVAL.description, anyOf: [{ const: true }, REMOVAL] },
  reply: described('The reply; without it, the next source responds: a fixture, an example or the schema.', REPLY),
  limits: described('The limits of requests to this operation, by name.', named(OWN_LIMIT)),
  async: ASYNC
})
