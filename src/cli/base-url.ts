import { InvalidOption } from '../errors.ts'

/** The URL of a server that was started without options. */
export const DEFAULT_URL = 'http://127.0.0.1:4010'

/** Returns the URL of a server as an option gives it, without a slash at its end. Throws `InvalidOption`. */
export function baseUrl (url: string, option = '--url'): string {
  if (/^https?:\/\/[^/]/.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '')
  throw new InvalidOption(option, `be an address such as ${DEFAULT_URL}`, JSON.stringify(url))
}
