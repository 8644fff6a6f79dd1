import type { AdminApi } from '../client/admin-api.ts'

type Operations = AdminApi['operations']

/** The body of the response to an operation of the admin API: `Answer<'listWorlds'>`. */
export type Answer<Id extends string> = Operations[`admin.${Id}` & keyof Operations]['replies'] extends {
  200: infer Body
}
  ? Body
  : never
