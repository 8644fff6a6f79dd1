import type { Certificate } from '../tls/load-certificate.ts'

/** Returns the options of Fastify for a server that speaks HTTP/2, and HTTP/1.1 to clients that do not. */
export function secureServer ({ cert, key }: Pick<Certificate, 'cert' | 'key'>): object {
  // As an object: with these options, Fastify's types are those of another server, although all that is used is alike.
  return { http2: true, https: { allowHTTP1: true, cert, key } }
}
