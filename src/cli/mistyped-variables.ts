import { nearest } from '../documents/nearest.ts'
import { COMMAND_OPTIONS, environmentName } from './command-options.ts'
import type { Environment } from './list-settings.ts'

/** The variables of `standin ctl`. */
const CTL_VARIABLES = ['STANDIN_URL', 'STANDIN_WORLD']

/** Matches what Kubernetes sets in every pod beside a service named standin. */
const OF_KUBERNETES = /^STANDIN_(?:SERVICE|PORT)_/

/** The letters in which a mistyped variable may differ. */
const MAX_DISTANCE = 3

/** Returns a line about each variable that sets nothing, but has nearly the name of one that does. */
export function listMistypedVariables (env: Environment): string[] {
  const known = [...COMMAND_OPTIONS.map(({ flag }) => environmentName(flag)), ...CTL_VARIABLES]
  const lines: string[] = []
  for (const name of Object.keys(env)) {
    if (!/^STAND_?IN_/i.test(name) || known.includes(name) || OF_KUBERNETES.test(name)) continue
    const near = nearest(name, known, MAX_DISTANCE)
    if (near !== undefined) lines.push(`the variable ${name} has no effect, did you mean ${near}?`)
  }
  return lines
}
