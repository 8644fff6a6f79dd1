import type { Test } from 'tap'
import { freshWorld } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

/** Returns a new world of the shared server in which a scenario has been started. */
export async function startedWith (t: Test, name: string, parameters?: object): Promise<Standin> {
  const standin = await freshWorld(t)
  await startScenario(standin, name, parameters)
  return standin
}

/** Starts a scenario instead of the one that runs. */
export async function startScenario ({ admin }: Standin, name: string, parameters?: object): Promise<void> {
  const { body, statusCode } = await admin('POST', `/scenarios/${name}/start`, parameters && { parameters })
  if (statusCode !== 200) throw new Error(`${name} was answered with ${statusCode}: ${body}`)
}
