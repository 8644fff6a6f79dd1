import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

/** A stand-in in whose world a scenario has been started. */
export async function startedWith (t: Test, name: string, parameters?: object): Promise<Standin> {
  const standin = await startStandin(t)
  await startScenario(standin, name, parameters)
  return standin
}

/** Starts a scenario, in the place of the one that runs. */
export async function startScenario ({ admin }: Standin, name: string, parameters?: object): Promise<void> {
  const { body, statusCode } = await admin('POST', `/scenarios/${name}/start`, parameters && { parameters })
  if (statusCode !== 200) throw new Error(`${name} was answered with ${statusCode}: ${body}`)
}

/** Has a stand-in listen; answers its URL. */
export async function listen ({ app }: Standin): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`  // it listens on a port
}
