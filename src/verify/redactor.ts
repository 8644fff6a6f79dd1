import { MASK, maskText } from '../schemas/mask-text.ts'
import { InvalidOption } from '../errors.ts'

/** The length of the shortest secret that a text can be searched for, in characters. */
const SHORTEST = 4

/** Knows the secrets of a run, and removes them from all that is shown of it. */
export class Redactor {
  /** In small letters, in every form in which a message may carry them. */
  readonly #forms = new Set<string>()

  /** Adds a secret. Throws `InvalidOption` for one that is too short to be found in texts. */
  add (secret: string, name: string): void {
    if (secret.length < SHORTEST) {
      const rule = `have at least ${SHORTEST} characters, as shorter secrets cannot be kept out of reports`
      throw new InvalidOption(name, rule, `${secret.length} long`)
    }
    for (const form of formsOf(secret)) this.#forms.add(toLower(form))
  }

  /** Replaces every secret in a text, and what is a credential by its name, by `***`. */
  text (text: string): string {
    if (this.#forms.size === 0) return maskText(text)
    const longestFirst = [...this.#forms].sort((one, other) => other.length - one.length)
    return maskText(withoutStarts(longestFirst.reduce(withoutForm, text), longestFirst))
  }

  /** Replaces the secrets in all texts of a value, names of members included. */
  value<T> (value: T): T {
    // The form of a value stays as it is.
    return this.#redact(value) as T
  }

  #redact (value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map(item => this.#redact(item))
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).map(([name, member]) => [this.text(name), this.#redact(member)] as const)
    return Object.fromEntries(members)
  }
}

/** Lists the forms that a secret has in URLs, in JSON, in forms, and as credentials of HTTP. */
function formsOf (secret: string): string[] {
  const encoded = encodeURIComponent(secret)
  const base64 = Buffer.from(secret).toString('base64')
  const json = JSON.stringify(secret).slice(1, -1)
  const forms = [
    secret,
    encoded,
    encoded.replaceAll('%20', '+'),
    encodeURIComponent(encoded),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    base64,
    encodeURIComponent(base64),
    Buffer.from(secret).toString('base64url'),
    Buffer.from(secret).toString('hex')
  ]
  return [...new Set(forms)]
}

/** Replaces a form of a secret in any case. */
function withoutForm (text: string, form: string): string {
  const lower = toLower(text)
  let shown = ''
  let end = 0
  for (let at = lower.indexOf(form); at !== -1; at = lower.indexOf(form, end)) {
    shown += text.slice(end, at) + MASK
    end = at + form.length
  }
  return end === 0 ? text : shown + text.slice(end)
}

/** Returns a text with small letters, which has the same length. */
function toLower (text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

/** Replaces the starts of secrets where a text was cut off: `abcdef…`. */
function withoutStarts (text: string, forms: readonly string[]): string {
  return text.replace(/[^]*?(?:…|\.{3})/g, part => {
    const before = part.replace(/(?:…|\.{3})$/, '')
    const cut = Math.max(0, ...forms.map(form => lengthOfStart(before, form)))
    return cut === 0 ? part : before.slice(0, before.length - cut) + MASK + part.slice(before.length)
  })
}

/** Returns how many characters at the end of a text are the start of a form. */
function lengthOfStart (text: string, form: string): number {
  const end = toLower(text.slice(-form.length))
  for (let length = end.length; length >= SHORTEST; length--) {
    if (form.startsWith(end.slice(-length))) return length
  }
  return 0
}
