import type { Stage } from '../worlds/resource.ts'
import type { Declaration } from './declaration.ts'
import { compileAll } from './declaration.ts'

/** The lifecycles of a resource type, by name, and every status in them. */
export interface Lifecycles {
  readonly lifecycles: ReadonlyMap<string, readonly Stage[]>
  readonly statuses: readonly string[]
}

/** Compiles `lifecycles` of a resource type. */
export function compileLifecycles (declaration: Declaration | undefined): Lifecycles {
  const lifecycles = new Map(
    compileAll(declaration?.entries() ?? [], ([name, stages]) => [name, compileStages(stages)] as const)
  )
  if (lifecycles.size === 0) {
    declaration?.refuse('at least one lifecycle is needed, as success: [{ Pending: PT2S }, Done]')
  }
  return { lifecycles, statuses: [...new Set([...lifecycles.values()].flat().map(({ status }) => status))] }
}

/** Compiles a lifecycle: `[{ Pending: PT2S }, { Success: P7D }, Expired]`. */
function compileStages (declaration: Declaration): Stage[] {
  const items = declaration.list()
  if (items.length === 0) declaration.refuse('a lifecycle needs at least one status')
  return compileAll(items, (item, index) => {
    const isLast = index === items.length - 1
    if (typeof item.value === 'string') {
      if (!isLast) refuseEndless(item, item.value)
      return { status: item.value, ms: undefined }
    }
    const [entry, ...others] = item.entries()
    if (entry === undefined || others.length > 0) {
      return item.refuse('must be one status with its duration, as { Pending: PT2S }')
    }
    const [status, duration] = entry
    if (isLast) item.refuse(`"${status}" comes last and has no end: write it without a duration`)
    return { status, ms: duration.duration() }
  })
}

function refuseEndless (item: Declaration, status: string): never {
  return item.refuse(`"${status}" needs a duration, as { ${status}: PT5S }: only the last status has no end`)
}
