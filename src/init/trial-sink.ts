import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A receiver of the callbacks and webhooks of a trial, on this machine. */
export interface TrialSink {
  /** `127.0.0.1:40123` */
  readonly host: string
  close (): void
}

/** Starts a receiver that takes whatever it is sent. */
export async function createTrialSink (): Promise<TrialSink> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo  // it listens on a port
  return {
    host: `127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    }
  }
}
