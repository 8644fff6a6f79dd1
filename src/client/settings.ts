import type { AdminApi } from './admin-api.ts'
import type { Settings } from './answer.ts'
import type { ApiTypes, Lifecycle, OperationId, Replies, ResourceStatus, ResourceTypeId, StatusOf } from './api-types.ts'
import type { Connection } from './connection.ts'
import type { Progression } from './stub.ts'

type AnyPatch = AdminApi['operations']['admin.patchSettings']['request']['body']

type AnyOperationSettings = NonNullable<NonNullable<AnyPatch['operations']>[string]>

/** A change of settings (RFC 7396): what is left out stays as it is, and null brings back the default. */
export interface SettingsPatch<Api extends ApiTypes> extends Omit<AnyPatch, 'resources' | 'operations'> {
  /** How resources of a type live that are created from then on. */
  readonly resources?: { readonly [Type in ResourceTypeId<Api>]?: ResourceSettings<Api, Type> | null } | null
  /** What is answered to every request of an operation, as if each asked for it with `Prefer`. */
  readonly operations?: { readonly [Id in OperationId<Api>]?: OperationSettings<Api, Id> | null } | null
}

interface ResourceSettings<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  readonly lifecycle?: Lifecycle<Api, Type> | null
  readonly progression?: Progression | null
  /** How long a status lasts, as an ISO 8601 duration. */
  readonly durations?: { readonly [Status in ResourceStatus<Api, Type>]?: string | null } | null
  readonly files?: { readonly count?: number | null, readonly repeat?: number | null } | null
}

interface OperationSettings<Api extends ApiTypes, Id extends OperationId<Api>> extends Omit<AnyOperationSettings, 'code'> {
  readonly code?: StatusOf<Replies<Api, Id>, keyof Replies<Api, Id>> | null
}

/** What is set for a world as a whole. */
export interface WorldSettings<Api extends ApiTypes> {
  get (): Promise<Settings>
  patch (change: SettingsPatch<Api>): Promise<Settings>
  /** Brings back the defaults. */
  reset (): Promise<void>
}

/** Reaches the settings of the world that a connection leads to. */
export function createSettings<Api extends ApiTypes> ({ call }: Connection): WorldSettings<Api> {
  return {
    get: () => call('GET', '/settings'),
    patch: change => call('PATCH', '/settings', change),
    reset: () => call('DELETE', '/settings')
  }
}
