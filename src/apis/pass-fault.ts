import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { FastifyReply } from 'fastify'
import { isFault } from '../messages/fault.ts'
import { FAULT_HEADER } from '../replicas/hop.ts'
import { writeFault } from './write-fault.ts'

/** Creates the function that writes a response of another replica with the fault that its headers name. */
export function passFault (reply: FastifyReply): (incoming: IncomingMessage) => void {
  return incoming => {
    const { [FAULT_HEADER]: fault, connection, 'keep-alive': keepAlive, ...headers } = incoming.headers
    buffer(incoming).then(payload => {
      if (!isFault(fault)) return reply.raw.destroy()
      writeFault(reply, { status: incoming.statusCode ?? 502, headers, payload }, { fault, world: undefined })
    }).catch(() => reply.raw.destroy())
  }
}
