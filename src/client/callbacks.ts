import type { AdminApi } from './admin-api.ts'
import type { Answer, Delivery } from './answer.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'

/** Selects callbacks, and waits for them. */
export interface CallbackFilter {
  readonly state?: Delivery['state']
  /**
   * How long to wait for `count` callbacks, in real time, as an ISO 8601 duration: `PT5S`.
   * @default 'PT0S', which does not wait
   */
  readonly wait?: string
  /**
   * The number of callbacks to wait for: in the state of the filter, or else in any state but `waiting`.
   * @default 1
   */
  readonly count?: number
}

/** The target and the body of a callback to fire. */
export type Firing = AdminApi['operations']['admin.fireCallback']['request']['body']

/** The callbacks of a world. */
export interface WorldCallbacks {
  /**
   * Lists callbacks with all attempts to deliver them, oldest first; fewer than `count` when the wait has timed out.
   */
  callbacks (filter?: CallbackFilter): Promise<Delivery[]>
  /**
   * Fires a webhook (`api.name`) or a callback (`api.operation.name`) of a document once, without delay. Resolves
   * after the attempt, also when it failed: its outcome is in the result.
   */
  fire (name: string, firing?: Firing): Promise<Delivery>
  /** Sends a callback again, without delay. Resolves after the attempt, also when it failed. */
  redeliver (id: string): Promise<Delivery>
}

/** Creates the access to the callbacks of a connection's world. */
export function createCallbacks ({ call }: Connection): WorldCallbacks {
  return {
    async callbacks (filter = {}) {
      const { callbacks } = await call<Answer<'listCallbacks'>>('GET', `/callbacks${queryText({ ...filter })}`)
      return callbacks
    },
    fire: (name, firing = {}) => call('POST', `/callbacks/${encodeURIComponent(name)}`, firing),
    redeliver: id => call('POST', `/callbacks/${encodeURIComponent(id)}/redeliver`)
  }
}
