import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Resource, Stage } from '../worlds/resource.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import type { RowFiles } from './rows.ts'
import type { Operation } from '../contract/contract.ts'
import type { Usage } from '../worlds/limit-verbs.ts'

/** As much of a request as is known: one that breaks the contract has no operation or no body. */
export type RequestFacts = Omit<ApiRequest, 'operation'> & { readonly operation?: ApiRequest['operation'] }

/** All that a template may speak of while one request is answered. */
export interface Scope {
  readonly world: World
  /** The world's time for all of this request, in milliseconds since 1970. */
  readonly now: number
  readonly request: RequestFacts
  /** The API's limits, by name. */
  readonly limits: ReadonlyMap<string, ScopeLimit>
  readonly rowFiles: RowFiles
  /** Told of what becomes of resources; left out where nobody asks. */
  readonly emit?: Emit
  /** What was chosen for a resource that this request creates. */
  readonly lifecycleChoice?: LifecycleChoice
  readonly subject?: Subject
  /** Whether this request has created it. */
  readonly isNew?: boolean
  readonly subjects?: readonly Subject[]
  /** Where those stand among all that were found. */
  readonly page?: Page
  /** The resource in the way of a new one. */
  readonly conflict?: Subject
  /** Whole seconds until what was refused would be accepted. */
  readonly retryAfter?: number
  /** The id that a requirement misses. */
  readonly missingId?: unknown
  readonly problems?: readonly unknown[]
  readonly violations?: readonly Violation[]
  readonly statusCode?: number
  /** Which of a resource's files is being named, from 1. */
  readonly fileNumber?: number
  /** The item of the nearest `$each`. */
  readonly item?: unknown
}

/** A limit of an API, as templates can speak of it. */
export interface ScopeLimit {
  /** How many uses a window allows in this world. */
  max (scope: Scope): number
  /** What is left, without counting; everything where the request has no key. */
  usage (scope: Scope): Usage
}

/** A resource that is being shown, with where it is on its way. */
export interface Subject {
  readonly resource: Resource
  readonly type: ResourceType
  readonly position: Position
  /** How clients see it, once it has been made. */
  shown?: Readonly<Record<string, unknown>>
}

/** What becomes of a resource by a request. */
export const RESOURCE_EVENTS = ['created', 'changed', 'deleted'] as const

export type ResourceEvent = (typeof RESOURCE_EVENTS)[number]

/** Told of what becomes of resources, at that moment; what is deleted is still there. Those that are `seeded` come from a test. */
export type Emit = (kind: ResourceEvent | 'seeded', subject: Subject, scope: Scope) => void

/** Where the resources of a reply stand among all that were found. */
export interface Page {
  /** How many were found. */
  readonly total: number
  /** How many a page holds at most. */
  readonly size: number
  /** How many pages there are. */
  readonly pages: number
  /** Whether more follow. */
  readonly more: boolean
  /** How many come before it. */
  readonly offset: number
  /** What asks for the next page: its number, offset or cursor; `undefined` at the end. */
  readonly next: number | string | undefined
  readonly previous: number | string | undefined
}

/** The parts of a page that templates can name. */
export const PAGE_PARTS = ['total', 'size', 'pages', 'more', 'offset', 'next', 'previous'] as const satisfies ReadonlyArray<keyof Page>

/** Where a resource is on its way at an instant. */
export interface Position {
  /** `undefined` for a type without lifecycles. */
  readonly status: string | undefined
  readonly stage: number
  /** When it came to this status, in milliseconds since 1970. */
  readonly since: number
  /** When the clock will take it on; `undefined` where the clock alone will not. */
  readonly until: number | undefined
}

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
  /** Whether clients see the same of a resource for as long as it is in one status. */
  readonly isSteady: boolean
  /** How clients last saw its resources, where it is steady: kept to save making the same again. */
  readonly shown: WeakMap<Resource, Shown>
  /** The words that can be said of its resources. */
  readonly known: KnownWords
  /** The members, visible or hidden, that operations create its resources with; `undefined` where none creates any, or where the request may name them. */
  readonly stored: readonly string[] | undefined
  /** Tells whether an id that nothing was said of exists all the same. */
  readonly assumed: (id: unknown) => boolean
  /** The id as clients see it. */
  showId (resource: Resource): unknown
  makeId (world: World): string
}

/** How clients last saw a resource, with all that it follows from beside the resource itself. */
export interface Shown {
  readonly given: Resource['members']
  readonly status: string | undefined
  readonly since: number
  readonly until: number | undefined
  readonly serverUrl: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Gives a value in a scope; `undefined` where there is none. */
export type Evaluate = (scope: Scope) => unknown

/** What may be spoken of at a place in a document, beside what always may. */
export interface Vocabulary {
  readonly heads: ReadonlySet<string>
  /** Names of the API's limits. */
  readonly limits: readonly string[]
  /** The operations of which one is being answered there. */
  readonly operations: readonly Operation[]
  readonly known: KnownWords
}

/** Which members can be named after some expressions, which statuses there are, and which files; what is left out may be anything. */
export type KnownWords = { readonly [Head in 'resource' | 'hidden' | 'conflict' | 'status' | 'files']?: KnownNames }

/** The names that something can have, with what it is called in messages. */
export interface KnownNames {
  readonly what: string
  readonly names: readonly string[]
}

/** The files that resources of a type come to have. */
export interface DeclaredFiles {
  readonly name: Evaluate
  readonly rows: Evaluate
  readonly count: number
  readonly repeat: number
  readonly header: number
  readonly mediaType: string
  /** The statuses in which they can be downloaded. */
  readonly availableIn: ReadonlySet<string>
  /** How long a URL works from when it was given out, in milliseconds. */
  readonly validForMs: number | undefined
}

/** One step of a simulation: the scope for the next one, or the reply that ends it. */
export type Step = (scope: Scope) => Scope | Ended

export interface Ended {
  readonly reply: ApiResponse
}

/** What goes for all requests to an API. */
export type ScopeContext = Pick<Scope, 'emit' | 'limits' | 'rowFiles'>

/** The scope in which all templates of one request are filled in. */
export function createScope<Request extends RequestFacts> (
  request: Request,
  world: World,
  { emit, limits, rowFiles }: ScopeContext
): Scope & { readonly request: Request } {
  return { world, now: world.clock.now(), request, limits, rowFiles, emit }
}
