import type { AdminApi } from './admin-api.ts'

export type {
  AdminClock as ClockState,
  AdminCoverage as Coverage,
  AdminDelivery as Delivery,
  AdminDrift as Drift,
  AdminDump as Dump,
  AdminExchange as Exchange,
  AdminExplanation as Explanation,
  AdminHar as Har,
  AdminResource as Resource,
  AdminRunningScenario as ScenarioState,
  AdminScenario as Scenario,
  AdminSettings as Settings,
  AdminStub as StubState,
  AdminUnmatched as Unmatched,
  AdminViolation as Violation
} from './admin-api.ts'

type Operations = AdminApi['operations']

/** The body of a successful response of the admin API, by operation: `Answer<'listRequests'>`. */
export type Answer<Id extends string> = `admin.${Id}` extends infer Key extends keyof Operations
  ? BodyOf<Operations[Key]>
  : never

type BodyOf<Operation> = Operation extends { replies: { 200: infer Body } } ? Body : never

/** The clock after it was advanced, with the events on the way. */
export type Advanced = Answer<'advanceClock'>

/** A type of resource, with the number of its resources in a world. */
export type ResourceTypeState = Answer<'listResourceTypes'>['types'][number]

/** The resources of a world with their statuses over time, and its callbacks. */
export type Timeline = Answer<'readTimeline'>

/** The result of a check of requests, with the nearest request when it fails. */
export type Checked = Answer<'verifyRequests'>

/** The findings of a world: violations, unmatched requests, unused stubs and undelivered callbacks. */
export type Verification = Answer<'readVerification'>
