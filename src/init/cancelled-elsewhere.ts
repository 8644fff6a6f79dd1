import type { Operation } from '../contract/contract.ts'
import { listMembers } from './member.ts'
import { bodyOf } from './wrapped.ts'

/** Matches last segments of paths that end a job: `cancelExport`. */
const CANCELS = /^(cancel|abort|stop|terminate)(?![a-z])/

/** Lists the operations that cancel a job whose id is a member of their body: `POST /cancelExport`. */
export function cancelledElsewhere (id: string, all: readonly Operation[]): Operation[] {
  return all.filter(operation => {
    const last = operation.path.split('/').at(-1) ?? ''
    if (operation.method !== 'POST' || !CANCELS.test(last)) return false
    const sent = bodyOf(operation, new Map())
    return sent !== undefined && listMembers(sent.schema).has(id)
  })
}
