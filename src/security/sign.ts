import { createHmac } from 'node:crypto'

/** The parts of a message that are signed. */
export interface SignedParts {
  /** The id of its event. */
  readonly id: string
  /** When it is sent, in seconds since 1970. */
  readonly seconds: number
  /** The body as it is sent. */
  readonly body: string
}

/** Returns the headers that sign a message. */
export type Sign = (parts: SignedParts) => Readonly<Record<string, string>>

/** The algorithms of an HMAC. */
export const ALGORITHMS = ['sha256', 'sha1', 'sha512'] as const

/** The encodings of a signature. */
export const ENCODINGS = ['hex', 'base64', 'base64url'] as const

/** A signature by HMAC (RFC 2104) in a header. */
export interface HmacOptions {
  readonly secret: string | Buffer
  /** In lower case. */
  readonly header: string
  readonly algorithm: (typeof ALGORITHMS)[number]
  readonly encoding: (typeof ENCODINGS)[number]
  /** The text before the signature: `sha256=`. */
  readonly prefix: string
  /** The text that is signed, in which `{id}`, `{timestamp}` and `{body}` stand for the parts of the message. */
  readonly content: string
  /** The header that tells the timestamp, in lower case; `undefined` for none. */
  readonly timestamp: string | undefined
}

/** Matches the placeholders of what is signed. */
export const PLACEHOLDER = /\{(\w+)\}/g

/** Signs messages by an HMAC in a header. */
export function signByHmac (options: HmacOptions): Sign {
  const { algorithm, content, encoding, header, prefix, secret, timestamp } = options
  return ({ body, id, seconds }) => {
    const parts: Readonly<Record<string, string>> = { id, timestamp: String(seconds), body }
    const signed = content.replace(PLACEHOLDER, (_, name: string) => parts[name] ?? '')
    const signature = createHmac(algorithm, secret).update(signed).digest(encoding)
    const told = timestamp === undefined ? {} : { [timestamp]: String(seconds) }
    return { ...told, [header]: `${prefix}${signature}` }
  }
}

/** Signs messages as Standard Webhooks 1.0.0 does, whose secrets are base64 after `whsec_`. */
export function signByStandardWebhooks (secret: string): Sign {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return ({ body, id, seconds }) => ({
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
}

/** Signs messages as Stripe does: `Stripe-Signature: t=…,v1=…`. */
export function signByStripe (secret: string, header: string): Sign {
  return ({ body, seconds }) => {
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
    return { [header]: `t=${seconds},v1=${signature}` }
  }
}
