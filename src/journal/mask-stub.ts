import type { CredentialPlaces } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { MASK } from '../schemas/mask-text.ts'
import { maskValue } from './mask-value.ts'

type Members = Readonly<Record<string, unknown>>

/** Masks the credentials in a stub as it is shown: those with such a name, and those that its contract declares. */
export function maskStub (shown: Members, places: CredentialPlaces): Members {
  const { reply, sequence, when } = shown
  const masked = {
    ...shown,
    ...isObject(when) && { when: maskWhen(when, places) },
    ...reply !== undefined && { reply: maskReply(reply, places) },
    ...Array.isArray(sequence) && { sequence: sequence.map(step => maskReply(step, places)) }
  }
  return maskValue(masked) as Members // masking changes texts only
}

function maskWhen (when: Members, { cookies, headers, query }: CredentialPlaces): Members {
  return {
    ...when,
    ...isObject(when.query) && { query: maskNamed(when.query, name => query.has(name)) },
    ...isObject(when.headers) && { headers: maskNamed(when.headers, name => headers.has(name.toLowerCase())) },
    ...isObject(when.cookies) && { cookies: maskNamed(when.cookies, name => cookies.has(name)) }
  }
}

function maskReply (reply: unknown, { headers }: CredentialPlaces): unknown {
  if (!isObject(reply) || !isObject(reply.headers)) return reply
  return { ...reply, headers: maskNamed(reply.headers, name => headers.has(name.toLowerCase())) }
}

function maskNamed (members: Members, isCredential: (name: string) => boolean): Members {
  const masked = Object.entries(members).map(([name, value]) => [name, isCredential(name) ? MASK : value] as const)
  return Object.fromEntries(masked)
}
