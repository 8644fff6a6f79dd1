import type { AdminApi } from './admin-api.ts'
import type { Answer, Delivery } from './answer.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'

export interface CallbackFilter {
  readonly state?: Delivery['state']
  /** How long to wait for so many to be there, in real time, as an ISO 8601 duration. It answers at once where it is left out. */
  readonly wait?: string
  /**
   * How many to wait for: of the state that is asked for, or else of any but `waiting`.
   * @default 1
   */
  readonly count?: number
}

/** Where a callback that is fired goes, and what is sent. */
export type Firing = AdminApi['operations']['admin.fireCallback']['request']['body']

/** The callbacks of a world. */
export interface WorldCallbacks {
  /** Lists callbacks with every attempt at them, oldest first; fewer than `count` where the time was up. */
  callbacks (filter?: CallbackFilter): Promise<Delivery[]>
  /** Fires a webhook (`api.name`) or a callback (`api.operation.name`) of a document once, at once; resolves when the attempt has ended. */
  fire (name: string, firing?: Firing): Promise<Delivery>
  /** Sends a callback once more, at once; resolves when the attempt has ended. */
  redeliver (id: string): Promise<Delivery>
}

/** Reaches the callbacks of the world that a connection leads to. */
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
