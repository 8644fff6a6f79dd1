/** A type of resource whose statuses can be followed in a recording. */
export interface JobType {
  /** `Export` */
  readonly name: string
  /** The members that identify one, and that show its status. */
  readonly id: string
  readonly status: string
  /** The ids of the operations that create one. */
  readonly creates: ReadonlySet<string>
  /** The statuses in which it runs; `undefined` where they are to be told by their names. */
  readonly running?: readonly string[]
  /** The lifecycles that the document or its words say, which measured ones change. */
  readonly lifecycles: Lifecycles
}

/** A lifecycle as a document declares it: statuses, each with an ISO 8601 duration except the last. */
export type Lifecycle = ReadonlyArray<string | Readonly<Record<string, string>>>

export type Lifecycles = Readonly<Record<string, Lifecycle>>

/** Returns the status of a step of a lifecycle. */
export function statusOf (step: Lifecycle[number]): string {
  return typeof step === 'string' ? step : Object.keys(step)[0] ?? ''
}
