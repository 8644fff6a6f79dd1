import type { Resource } from './resource.ts'

/** A status of a resource that a response shows, and the lifecycle that the resource follows. */
export interface ShownStatus {
  /** The type of the resource: `mews.Export`. */
  readonly type: string
  readonly lifecycle: string
  readonly status: string
}

/** The parts of a simulation that one request has touched. */
export class Touched {
  /** The statuses that the response shows; `undefined` for none. */
  shown: ShownStatus[] | undefined = undefined
  /** The rules that refused the request or responded again: `unique`, `limit requests`; `undefined` for none. */
  rules: string[] | undefined = undefined
  /** The type of the resource whose file is the body of the response; `undefined` for no file. */
  fileOf: string | undefined = undefined
  /** The index of the security alternative that admitted the request; `undefined` where it needed none. */
  alternative: number | undefined = undefined

  /** Records that the response shows the status of a resource. */
  show (resource: Resource, status: string | undefined): void {
    if (status === undefined) return
    const { progress: { lifecycle }, type } = resource
    const shown = { type, lifecycle, status }
    if (this.shown === undefined) this.shown = [shown]
    else this.shown.push(shown)
  }

  /** Records that a rule refused the request or responded again. */
  apply (rule: string): void {
    if (this.rules === undefined) this.rules = [rule]
    else this.rules.push(rule)
  }

  /** Forgets what the response shows: another response takes its place. */
  hide (): void {
    this.shown = undefined
    this.fileOf = undefined
  }
}
