import type { Plan } from '../load/plan.ts'

/** One kind of traffic, measured for standin and the bare servers alike. */
export interface Case {
  readonly name: string
  /**
   * The unit of throughput.
   * @default 'requests/s'
   */
  readonly unit?: 'requests/s' | 'MB/s'
  /** Prepares the state of a fresh standin, and returns what is then sent. */
  prepare (url: string): Promise<Plan>
}
