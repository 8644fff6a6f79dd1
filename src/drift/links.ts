/** How many links are remembered. */
const MAX_LINKS = 10_000

/** How many values of one body are looked at. */
const MAX_LOOKS = 10_000

const URLS = /https?:\/\/[^\s"'<>\\]+/gi

/** The URLs that responses gave out. What is fetched from one of them is no path of the contract. */
export class Links {
  readonly #paths = new Set<string>()

  /** Remembers all URLs in a value. */
  addAll (body: unknown): void {
    if (typeof body === 'string' && !body.includes('://')) return
    let looks = MAX_LOOKS
    const waiting = [body]
    while (waiting.length > 0 && looks-- > 0) {
      const value = waiting.pop()
      if (typeof value === 'string') for (const url of value.match(URLS) ?? []) this.#add(url)
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
      for (const member of Object.values(value).slice(0, looks)) waiting.push(member)
    }
  }

  /** Returns whether a response gave out a URL with this path and query. */
  has (path: string): boolean {
    return this.#paths.has(path)
  }

  #add (text: string): void {
    if (this.#paths.size >= MAX_LINKS) return
    const url = URL.parse(text)
    if (url !== null) this.#paths.add(url.pathname + url.search)
  }
}
