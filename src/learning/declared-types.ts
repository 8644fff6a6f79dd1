import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JobType, Lifecycle } from './job-type.ts'

/** Lists the types with lifecycles that a document declares itself. */
export function declaredTypes ({ document, operations }: Contract): JobType[] {
  const root: unknown = 'x-standin' in document ? document['x-standin'] : undefined
  const resources = isObject(root) && isObject(root.resources) ? root.resources : {}
  const types: JobType[] = []
  for (const [name, declared] of Object.entries(resources)) {
    if (!isObject(declared) || !isObject(declared.lifecycles)) continue
    const { id, lifecycles, status } = declared
    const member = isObject(status) ? status.member : status
    const running: unknown = isObject(status) ? status.running : undefined
    const idMember = isObject(id) ? id.member : id
    const creates = operations.filter(({ definition }) => {
      const own: unknown = 'x-standin' in definition ? definition['x-standin'] : undefined
      return isObject(own) && isObject(own.create) && (own.create.type ?? name) === name
    })
    if (typeof member !== 'string' || typeof idMember !== 'string') continue
    types.push({
      name,
      id: idMember,
      status: member,
      creates: new Set(creates.map(({ id }) => id)),
      ...Array.isArray(running) && { running: running.map(String) },
      // A cast: the server has compiled them.
      lifecycles: lifecycles as Record<string, Lifecycle>
    })
  }
  return types
}
