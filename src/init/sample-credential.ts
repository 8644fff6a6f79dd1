import type { SecurityScheme } from '../contract/contract.ts'

/** A credential as a client sends it. */
export interface SampleCredential {
  readonly in: 'header' | 'query' | 'cookie'
  readonly name: string
  /** The text before the value: `Bearer `. */
  readonly prefix: string
  readonly value: string
}

/** Creates a credential of the form that a security scheme asks for. Its value does not matter in a trial. */
export function sampleCredential ({ definition }: SecurityScheme): SampleCredential {
  if (definition.type === 'apiKey') {
    const place = definition.in === 'header' || definition.in === 'query' ? definition.in : 'cookie'
    return { in: place, name: definition.name, prefix: '', value: 'key' }
  }
  const isBasic = definition.type === 'http' && definition.scheme.toLowerCase() === 'basic'
  const [prefix, value] = isBasic ? ['Basic ', btoa('user:password')] : ['Bearer ', 'token']
  return { in: 'header', name: 'Authorization', prefix, value }
}
