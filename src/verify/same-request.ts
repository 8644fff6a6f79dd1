import type { VerifyExchange } from './recording.ts'

/** Returns whether two requests are alike in method, URL and body; headers are compared where they are named. */
export function isSameRequest (
  { request: one }: VerifyExchange,
  { request: other }: VerifyExchange,
  headers: readonly string[] = []
): boolean {
  return one.method === other.method && one.url === other.url &&
    Buffer.from(one.body ?? '').equals(Buffer.from(other.body ?? '')) &&
    headers.every(name => one.headers[name] === other.headers[name])
}
