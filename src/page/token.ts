import { signal } from '@preact/signals'

const KEY = 'standin-token'

/** The admin token; it is kept for as long as the tab is open. */
export const token = signal(sessionStorage.getItem(KEY) ?? '')

/** Tells whether the server has asked for a token, or for another one. */
export const isTokenWanted = signal(false)

/** Keeps a token, or forgets it where it is empty. */
export function keepToken (text: string): void {
  if (text === '') sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, text)
  token.value = text
  isTokenWanted.value = text === ''
}
