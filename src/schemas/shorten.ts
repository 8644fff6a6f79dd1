/** Cuts a text off where it is longer than a message has room for, in characters. */
export function shorten (text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
