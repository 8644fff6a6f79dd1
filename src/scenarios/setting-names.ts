import type { Contract, Operation } from '../contract/contract.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { DeclaredLimit } from '../simulation/limit.ts'

/** The contracts and simulations that have the names. */
interface NamedParts {
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
}

/** The names that settings can have, by what they name. */
export interface SettingNames {
  /** By id: `mews.addExport`. */
  readonly operations: ReadonlyMap<string, Operation>
  /** By id: `mews.requests`. */
  readonly limits: ReadonlyMap<string, DeclaredLimit>
  /** The security schemes, in the simulations and in the contracts: `vcf.bearer`. */
  readonly schemes: ReadonlySet<string>
  readonly webhooks: ReadonlySet<string>
  /** The callbacks of operations and the webhooks, as deliveries name them. */
  readonly callbacks: ReadonlySet<string>
}

/** Lists the names that settings can have. */
export function settingNames (parts: NamedParts): SettingNames {
  const operations = parts.contracts.flatMap(contract => contract.operations)
  const limits = [...parts.simulations.values()].flatMap(simulation => [...simulation.limits.values()])
  const webhooks = listWebhooks(parts)
  return {
    operations: new Map(operations.map(operation => [operation.id, operation])),
    limits: new Map(limits.map(({ declared }) => [declared.id, declared])),
    schemes: listSchemes(parts),
    webhooks,
    callbacks: new Set([...webhooks, ...listCallbackNames(operations)])
  }
}

function listSchemes ({ contracts, simulations }: NamedParts): ReadonlySet<string> {
  const schemes = new Set<string>()
  for (const [api, { replies }] of simulations) {
    for (const name of replies.credentials.keys()) schemes.add(`${api}.${name}`)
  }
  for (const { document, name: api } of contracts) {
    for (const name of Object.keys(document.components?.securitySchemes ?? {})) {
      schemes.add(`${api}.${name}`)
    }
  }
  return schemes
}

function listWebhooks ({ contracts }: NamedParts): ReadonlySet<string> {
  const names = contracts.flatMap(({ name: api, webhooks }) =>
    webhooks.map(({ name }) => `${api}.${name}`)
  )
  return new Set(names)
}

function listCallbackNames (operations: readonly Operation[]): string[] {
  return operations.flatMap(({ callbacks, id }) => callbacks.map(({ name }) => `${id}/${name}`))
}
