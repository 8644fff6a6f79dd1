import type { AdminApi } from './admin-api.ts'
import type { Answer, Settings } from './answer.ts'
import type {
  ApiTypes, Lifecycle, OperationId, Replies, ResourceStatus, ResourceTypeId, StatusOf
} from './api-types.ts'
import type { Connection } from './connection.ts'
import type { Progression } from './stub.ts'

type AnyPatch = AdminApi['operations']['admin.patchSettings']['request']['body']

type AnyOperationSettings = NonNullable<NonNullable<AnyPatch['operations']>[string]>

/** A change of settings (JSON Merge Patch, RFC 7396): missing members do not change, and null restores the default. */
export interface SettingsPatch<Api extends ApiTypes> extends Omit<AnyPatch, 'resources' | 'operations'> {
  /** Settings for new resources, by type. */
  readonly resources?: { readonly [Type in ResourceTypeId<Api>]?: ResourceSettings<Api, Type> | null } | null
  /** The response to every request of an operation, as if the request chose it by `Prefer`. */
  readonly operations?: { readonly [Id in OperationId<Api>]?: OperationSettings<Api, Id> | null } | null
}

interface ResourceSettings<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  readonly lifecycle?: Lifecycle<Api, Type> | null
  readonly progression?: Progression | null
  /** The durations of statuses, in ISO 8601: `PT5S`. */
  readonly durations?: { readonly [Status in ResourceStatus<Api, Type>]?: string | null } | null
  readonly files?: { readonly count?: number | null, readonly repeat?: number | null } | null
}

interface OperationSettings<Api extends ApiTypes, Id extends OperationId<Api>>
  extends Omit<AnyOperationSettings, 'code'> {
  /** The HTTP status of the response. */
  readonly code?: StatusOf<Replies<Api, Id>, keyof Replies<Api, Id>> | null
}

/** The settings of a world. */
export interface WorldSettings<Api extends ApiTypes> {
  /** Returns all settings, with their defaults. */
  get (): Promise<Settings>
  /** Lists what settings can name: operations, limits, security schemes and others. */
  names (): Promise<Answer<'listSettingNames'>>
  /** Changes settings. Returns all of them. */
  patch (change: SettingsPatch<Api>): Promise<Settings>
  /** Restores the defaults. */
  reset (): Promise<void>
}

/** Creates the access to the settings of a connection's world. */
export function createSettings<Api extends ApiTypes> ({ call }: Connection): WorldSettings<Api> {
  return {
    get: () => call('GET', '/settings'),
    names: () => call('GET', '/settings/names'),
    patch: change => call('PATCH', '/settings', change),
    reset: () => call('DELETE', '/settings')
  }
}
