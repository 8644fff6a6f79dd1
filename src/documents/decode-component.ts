/** Returns a part of a URL decoded; as it is where it has a `%` that encodes nothing. */
export function decodeComponent (text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
