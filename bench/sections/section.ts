import type { Table } from '../report/table.ts'
import type { Cores } from '../servers/cores.ts'
import type { LoadGenerator } from '../load/load-report.ts'

/** The options that all sections of a run share. */
export interface Bench {
  readonly cores: Cores
  readonly load: LoadGenerator
  /** A directory for temporary files, deleted when the run ends. */
  readonly directory: string
  /** Whether rounds are fewer and shorter, and sizes smaller: a check that it works, without figures to quote. */
  readonly quick: boolean
  /** Whether other products are measured too. */
  readonly peers: boolean
  /** The path of another built checkout, which is measured in turn with this one. */
  readonly against: string | undefined
  readonly rounds: number
  readonly roundSeconds: number
  readonly warmUpSeconds: number
  /** Logs the progress. */
  readonly say: (text: string) => void
}

/** One part of the benchmark: it measures, and returns tables of results. */
export interface Section {
  readonly name: string
  readonly title: string
  run (bench: Bench): Promise<readonly Table[]>
}
