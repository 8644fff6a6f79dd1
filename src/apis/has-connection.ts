import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** Whether a request came over a connection: one that was injected did not. */
export function hasConnection ({ raw }: FastifyRequest): boolean {
  return raw.socket instanceof Socket
}
