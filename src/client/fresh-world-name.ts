/** Returns a random name, which no other world has. */
export function freshWorldName (): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `w-${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`
}
