import type { Plan } from '../load/plan.ts'

/** Something that is measured of standin and of the bare servers alike. */
export interface Case {
  readonly name: string
  /**
   * What is counted.
   * @default 'requests/s'
   */
  readonly unit?: 'requests/s' | 'MB/s'
  /** Puts a fresh standin into the state that it needs, and says what is then sent. */
  prepare (url: string): Promise<Plan>
}
