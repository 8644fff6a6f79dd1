import type { Table } from '../report/table.ts'
import type { Cores } from '../servers/cores.ts'
import type { LoadGenerator } from '../load/load-report.ts'

/** What all sections of a run share. */
export interface Bench {
  readonly cores: Cores
  readonly load: LoadGenerator
  /** For temporary files; it goes when the run ends. */
  readonly directory: string
  /** Fewer and shorter rounds, and smaller sizes: to see that it works, not to quote. */
  readonly quick: boolean
  /** Whether other products are measured too. */
  readonly peers: boolean
  /** Another checkout, built, that is measured in turn with this one. */
  readonly against: string | undefined
  readonly rounds: number
  readonly roundSeconds: number
  readonly warmUpSeconds: number
  /** Says what is being done. */
  readonly say: (text: string) => void
}

/** One part of the benchmark: measures, and tells what it found. */
export interface Section {
  readonly name: string
  readonly title: string
  run (bench: Bench): Promise<readonly Table[]>
}
