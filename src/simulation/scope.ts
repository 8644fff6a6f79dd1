import type { CredentialPlaces } from '../contract/contract.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Resource, Stage } from '../worlds/resource.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import { Touched } from '../worlds/touched.ts'
import type { World } from '../worlds/world.ts'
import type { DeclaredSeed } from './compile-seed.ts'
import type { RowFiles, Rows } from './rows.ts'
import type { RowTable } from './write-rows.ts'
import type { Usage } from '../worlds/limit-verbs.ts'
import type { KnownWords } from './vocabulary.ts'
import type { Page } from './page-parts.ts'
import type { Position } from './position.ts'
import { TemplateBudget } from './template-budget.ts'
import type { ResourceEvent } from '../vocabulary/message-words.ts'

/** A request as far as it is known: one that violates the contract may have no operation or no body. */
export type RequestFacts = Omit<ApiRequest, 'operation'> & {
  readonly operation?: ApiRequest['operation']
  /** The places at which a request without an operation may carry credentials. */
  readonly credentials?: CredentialPlaces
}

/** All that a template may name while one request is answered. */
export interface Scope {
  readonly world: World
  /** The world's time for all of this request, in milliseconds since 1970. */
  readonly now: number
  readonly request: RequestFacts
  /** The API's limits, by name. */
  readonly limits: ReadonlyMap<string, ScopeLimit>
  readonly rowFiles: RowFiles
  /** Called when a resource is created, changed or deleted; `undefined` where the API declares no webhooks. */
  readonly emit: Emit | undefined
  /** The lifecycle that a stub chose for a resource that this request creates. */
  readonly lifecycleChoice: LifecycleChoice | undefined
  /** The one resource that the steps so far have found or created. */
  readonly found: Found | undefined
  /** The resources that a `find` of many has found. */
  readonly list: FoundList | undefined
  /** Why the request is refused, in the scope of the reply that says so. */
  readonly reason: RefusalReason | undefined
  /** The status of the reply that is being made. */
  readonly statusCode: number | undefined
  /** The event that a callback or a webhook tells of. */
  readonly event: ScopeEvent | undefined
  /** The item of the nearest `$each`. */
  readonly item: unknown
  /** The budget that is left for filling in its templates. */
  readonly budget: TemplateBudget
  /** Collects the parts of the simulation that the request touches. */
  readonly touched: Touched
}

/** An event, whose id is the same at every attempt to send it. */
export interface ScopeEvent {
  readonly id: string
}

/** A resource that was there, or that the request has created, or one of whose files is being named. */
export type Found =
  | { readonly kind: 'known' | 'created', readonly subject: Subject }
  | { readonly kind: 'file', readonly subject: Subject, readonly fileNumber: number }

/** The resources on a page, and where they stand among all that were found. */
export interface FoundList {
  readonly subjects: readonly Subject[]
  readonly page: Page
}

/** Why a request is refused. `retryAfter` is in whole seconds, `undefined` where waiting does not help. */
export type RefusalReason =
  | { readonly kind: 'conflict', readonly conflict: Subject | undefined, readonly retryAfter: number | undefined }
  | { readonly kind: 'limit', readonly retryAfter: number }
  | { readonly kind: 'missing', readonly id: unknown }
  | { readonly kind: 'problems', readonly problems: readonly unknown[] }
  | { readonly kind: 'violations', readonly violations: readonly Violation[] }

/** A limit of an API, as templates can name it. */
export interface ScopeLimit {
  /** Returns how many uses a window allows in this world. */
  max (scope: Scope): number
  /** Returns what is left, without counting; all uses where the request has no key. */
  usage (scope: Scope): Usage
}

/** A resource that is being shown, with its position. */
export interface Subject {
  readonly resource: Resource
  readonly type: ResourceType
  readonly position: Position
  /** How clients see it, once that was made. */
  shown?: Readonly<Record<string, unknown>>
}

/**
 * Passes on the event of a resource as it happens; a `deleted` one is still there. The admin API causes
 * `seeded`.
 */
export type Emit = (kind: ResourceEvent | 'seeded', subject: Subject, scope: Scope) => void

/** A type of resource as a document declares it, compiled. */
export interface ResourceType {
  /** `mews.Export` */
  readonly id: string
  readonly idMember: string | undefined
  readonly statusMember: string | undefined
  /** The statuses of a job that has not ended. */
  readonly running: ReadonlySet<string>
  /** Every status that a lifecycle names. */
  readonly statuses: ReadonlySet<string>
  readonly lifecycles: ReadonlyMap<string, readonly Stage[]>
  readonly defaultLifecycle: string
  readonly always: (scope: Scope) => Record<string, unknown>
  readonly whileIn: ReadonlyMap<string, (scope: Scope) => Record<string, unknown>>
  readonly files: DeclaredFiles | undefined
  /** The resources that every new world has. */
  readonly seed: DeclaredSeed | undefined
  /** The members that it declares, in any status. */
  readonly declared: ReadonlySet<string>
  /** Whether clients see the same of a resource for as long as it is in one status. */
  readonly isSteady: boolean
  /** How clients last saw its resources, where it is steady: kept to save making the same again. */
  readonly shown: WeakMap<Resource, Shown>
  /** The words for its resources. */
  readonly known: KnownWords
  /**
   * The members, visible or hidden, that operations create its resources with; `undefined` where no operation
   * creates any, or where requests name them.
   */
  readonly stored: readonly string[] | undefined
  /** Returns whether an id of which the world knows nothing is assumed to exist. */
  readonly assumed: (id: unknown) => boolean
  /** Returns the id as clients see it. */
  showId (resource: Resource): unknown
  makeId (world: World): string
}

/** The resource types of a server by id: `mews.Export`. */
export type ResourceTypes = ReadonlyMap<string, ResourceType>

/** How clients last saw a resource, with all that it follows from beside the resource itself. */
export interface Shown {
  readonly given: Resource['members']
  /** The hidden members that it had. */
  readonly hidden: Resource['hidden']
  readonly status: string | undefined
  readonly since: number
  readonly until: number | undefined
  readonly serverUrl: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Evaluates to a value in a scope; `undefined` where there is none. */
export type Evaluate = (scope: Scope) => unknown

/** The files of the resources of a type. */
export interface DeclaredFiles {
  readonly name: Evaluate
  readonly rows: DeclaredRows
  readonly count: number
  readonly repeat: number
  readonly header: number
  readonly mediaType: string
  /** The statuses in which they can be downloaded. */
  readonly availableIn: ReadonlySet<string>
  /** How long a URL is valid, in milliseconds; `undefined` where it does not expire. */
  readonly validForMs: number | undefined
}

/** The content of the rows of files: lines, or values that are written. */
export type DeclaredRows = LineRows | MadeRows

/** Rows that are lines. */
export interface LineRows {
  readonly kind: 'lines'
  /** Reads the lines, of which some at the beginning may be a header. */
  readonly read: (header: number, scope: Scope) => Rows
}

/** Rows that are written from values. */
export interface MadeRows {
  readonly kind: 'made'
  /** Chooses the resources that are the rows of a new resource; `undefined` where they are none. */
  readonly choose: ((resource: NewResource, type: ResourceType, scope: Scope) => readonly Resource[]) | undefined
  /** Lists the rows of a resource: the same ones each time, for as long as it is the same. */
  readonly list: (subject: Subject, scope: Scope) => RowTable
}

/** A resource before it has a number, and maybe before it has an id. */
export type NewResource = Omit<Resource, 'id' | 'number' | 'rows'> & { readonly id?: string | undefined }

/** One step of a simulation: returns the scope for the next one, or the reply that ends it. */
export type Step = (scope: Scope) => Scope | Ended

export interface Ended {
  readonly reply: ApiResponse
}

/** The parts of a scope that all requests to an API share. */
export type ScopeContext = Pick<Scope, 'limits' | 'rowFiles'> & Partial<Pick<Scope, 'emit'>>

/**
 * Creates the scope of a request. All scopes have the same members in the same order, which engines read
 * fastest.
 */
export function createScope<Request extends RequestFacts> (
  request: Request,
  world: World,
  { emit, limits, rowFiles }: ScopeContext
): Scope & { readonly request: Request } {
  return {
    world,
    now: world.clock.now(),
    request,
    limits,
    rowFiles,
    emit,
    lifecycleChoice: undefined,
    found: undefined,
    list: undefined,
    reason: undefined,
    statusCode: undefined,
    event: undefined,
    item: undefined,
    budget: new TemplateBudget(),
    touched: new Touched()
  }
}
