import { isObject } from '../documents/is-object.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'

/** The text in the place of a secret. */
const PLACEHOLDER = 'placeholder'

/** Replaces the secrets of a message by texts that tell nothing. Each is found by the name of what holds it. */
export class Placeholders {
  readonly #replaced = new Map<string, string>()
  readonly #keepForm: boolean

  /** `keepForm` has every placeholder keep the length and the kinds of characters, as some contracts require. */
  constructor ({ keepForm }: { readonly keepForm: boolean }) {
    this.#keepForm = keepForm
  }

  /** Remembers a secret, and returns what stands in its place. A scheme before it stays: `Bearer`. */
  hide (secret: string): string {
    const [scheme, credential] = splitScheme(secret)
    const known = this.#replaced.get(credential)
    if (known !== undefined) return scheme + known
    const isBasic = scheme.toLowerCase() === 'basic '
    const plain = isBasic ? Buffer.from('user:password').toString('base64') : PLACEHOLDER
    const shown = this.#keepForm ? sameForm(credential) : plain
    this.#replaced.set(credential, shown)
    return scheme + shown
  }

  /** Returns a value with its secrets replaced: those of members with the name of a credential, and known ones. */
  in (value: unknown): unknown {
    this.#find(value)
    return this.#replace(value)
  }

  #find (value: unknown): void {
    if (Array.isArray(value)) value.forEach(item => this.#find(item))
    if (!isObject(value)) return
    for (const [name, member] of Object.entries(value)) {
      if (isCredentialName(name) && typeof member === 'string' && member !== '') this.hide(member)
      else this.#find(member)
    }
  }

  #replace (value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map(item => this.#replace(item))
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#replace(member)]))
  }

  /** Returns a text with the known secrets in it replaced. Short ones are replaced only where they are all of it. */
  text (text: string): string {
    const [scheme, credential] = splitScheme(text)
    const whole = this.#replaced.get(text) ?? this.#replaced.get(credential)
    if (whole !== undefined) return credential === text ? whole : scheme + whole
    let shown = text
    for (const [secret, other] of this.#replaced) {
      if (secret.length >= SHORTEST_PART) shown = shown.replaceAll(secret, () => other)
    }
    return shown
  }
}

/** The shortest secret that is looked for within other texts. */
const SHORTEST_PART = 6

function splitScheme (text: string): [scheme: string, credential: string] {
  const [, scheme = '', credential = ''] = /^((?:basic|bearer|dpop|token) )?([^]*)$/i.exec(text) ?? []
  return [scheme, credential]
}

/** Returns a text of the same form, which tells nothing but that. */
function sameForm (secret: string): string {
  return secret.replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a').replace(/\d/g, '0')
}
