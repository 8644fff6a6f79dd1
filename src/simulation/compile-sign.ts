import { isHeaderName } from '../contract/to-header-text.ts'
import {
  ALGORITHMS, ENCODINGS, PLACEHOLDER, signByHmac, signByStandardWebhooks, signByStripe
} from '../security/sign.ts'
import type { Sign } from '../security/sign.ts'
import { compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import { SECRET, SIGN_WORDS } from '../vocabulary/message-words.ts'

const SCHEMES = ['standard-webhooks', 'stripe', 'github', 'hmac'] as const

const PARTS = ['id', 'timestamp', 'body']

/** Compiles `sign`: how the messages of a callback are signed. */
export function compileSign (declaration: Declaration): Sign {
  const { scheme: named } = declaration.parts()
  if (named === undefined) return declaration.refuse(`"scheme" is missing: one of ${SCHEMES.join(', ')}`)
  const name = named.text()
  const scheme = SCHEMES.find(known => known === name) ?? named.refuseWord('scheme', name, SCHEMES)
  const declared = declaration.membersOf(SIGN_WORDS[scheme])
  switch (scheme) {
    case 'standard-webhooks': return signByStandardWebhooks(compileStandardSecret(declared))
    case 'stripe': return compileStripe(declared)
    case 'github': return compileGithub(declared)
    case 'hmac': return compileHmac(declared)
  }
}

function compileStripe (declared: Declared): Sign {
  const { header, secret } = compileEach({
    secret: () => compileSecret(declared.secret),
    header: () => compileHeaderName(declared.header) ?? 'stripe-signature'
  })
  return signByStripe(secret, header)
}

function compileGithub (declared: Declared): Sign {
  const { header, secret } = compileEach({
    secret: () => compileSecret(declared.secret),
    header: () => compileHeaderName(declared.header) ?? 'x-hub-signature-256'
  })
  return signByHmac({
    secret, header, algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=', content: '{body}', timestamp: undefined
  })
}

function compileHmac (declared: Declared): Sign {
  const { algorithm, content, encoding, header, prefix, secret, timestamp } = declared
  const compiled = compileEach({
    secret: () => compileSecret(secret),
    header: () => compileHeaderName(header) ?? '',
    timestamp: () => compileHeaderName(timestamp),
    algorithm: () => ALGORITHMS.find(known => known === algorithm?.word('algorithm', ALGORITHMS)) ?? 'sha256',
    encoding: () => ENCODINGS.find(known => known === encoding?.word('encoding', ENCODINGS)) ?? 'hex',
    prefix: () => prefix?.text() ?? '',
    content: () => content && compileContent(content)
  })
  const usual = compiled.timestamp === undefined ? '{body}' : '{timestamp}.{body}'
  return signByHmac({ ...compiled, content: compiled.content ?? usual })
}

/** Returns the text that is signed; its placeholders must be known. */
function compileContent (declaration: Declaration): string {
  const text = declaration.text()
  for (const [, part = ''] of text.matchAll(PLACEHOLDER)) {
    if (!PARTS.includes(part)) declaration.refuseWord('part of a message', part, PARTS)
  }
  if (!text.includes('{body}')) declaration.refuse('must contain {body}, or the body could be changed unnoticed')
  return text
}

function compileHeaderName (declaration: Declaration | undefined): string | undefined {
  const name = declaration?.text()
  if (name !== undefined && !isHeaderName(name)) declaration?.refuse(`"${name}" cannot be the name of a header`)
  return name?.toLowerCase()
}

/** Returns a secret: a text, or the value of an environment variable, as `{ env, else }` names it. */
function compileSecret (declaration: Declaration | undefined): string {
  if (declaration === undefined) return ''
  if (typeof declaration.value === 'string') return nonEmpty(declaration.value, declaration)
  const { else: otherwise, env } = declaration.membersOf(SECRET)
  const name = env?.text() ?? ''
  const value = process.env[name] ?? otherwise?.text()
  if (value === undefined) {
    return declaration.refuse(`the environment has no ${name}: set it, or give another secret as "else"`)
  }
  return nonEmpty(value, declaration)
}

function nonEmpty (secret: string, declaration: Declaration): string {
  return secret === '' ? declaration.refuse('the secret is empty') : secret
}

function compileStandardSecret ({ secret: declaration }: Declared): string {
  const secret = compileSecret(declaration)
  if (!/^(?:whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret)) {
    declaration?.refuse('the secrets of Standard Webhooks are base64, after whsec_ or by themselves')
  }
  return secret
}
