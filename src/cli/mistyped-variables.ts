import { nearest } from '../documents/nearest.ts'
import { COMMAND_OPTIONS, environmentName } from './command-options.ts'
import type { Environment } from './list-settings.ts'

/** The variables of `standin ctl`. */
const CTL_VARIABLES = ['STANDIN_URL', 'STANDIN_WORLD']

/** Matches what Kubernetes sets in every pod beside a service named standin, or standin-admin. */
const OF_KUBERNETES = /^STANDIN_(?:\w+_)?(?:SERVICE_(?:HOST|PORT)|PORT)(?:_|$)/

/** The letters in which a mistyped variable may differ. */
const MAX_DISTANCE = 3

const LISTED = ': standin --help lists the flags that variables can set'

/** Returns a line about each variable that sets nothing, but begins as those that do. */
export function listMistypedVariables (env: Environment): string[] {
  const known = [...COMMAND_OPTIONS.map(({ flag }) => environmentName(flag)), ...CTL_VARIABLES]
  const lines: string[] = []
  for (const name of Object.keys(env)) {
    if (!/^STAND_?IN_/i.test(name) || known.includes(name) || OF_KUBERNETES.test(name)) continue
    const near = nearest(name, known, MAX_DISTANCE)
    const hint = near === undefined ? LISTED : `, did you mean ${near}?`
    lines.push(`the variable ${name} has no effect${hint}`)
  }
  return lines
}
