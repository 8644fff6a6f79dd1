import type { AdminApi } from './admin-api.ts'

export type {
  AdminClock as ClockState,
  AdminDelivery as Delivery,
  AdminExchange as Exchange,
  AdminResource as Resource,
  AdminRunningScenario as ScenarioState,
  AdminScenario as Scenario,
  AdminSettings as Settings,
  AdminStub as StubState,
  AdminUnmatched as Unmatched,
  AdminViolation as Violation
} from './admin-api.ts'

type Operations = AdminApi['operations']

/** What the admin API answers to one of its operations: `Answer<'listRequests'>`. */
export type Answer<Id extends string> =
  `admin.${Id}` extends infer Key extends keyof Operations ? Operations[Key] extends { replies: { 200: infer Body } } ? Body : never : never

/** What happened while a clock was moved on. */
export type Advanced = Answer<'advanceClock'>

/** A type of resource, with how many of it a world holds. */
export type ResourceTypeState = Answer<'listResourceTypes'>['types'][number]

/** Whether requests came as expected. */
export type Checked = Answer<'verifyRequests'>

/** Everything that is not as it should be. */
export type Verification = Answer<'readVerification'>
