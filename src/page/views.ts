import type { FunctionComponent } from 'preact'
import { CoverageView } from './coverage-view.tsx'
import { DriftView } from './drift-view.tsx'
import { Live } from './live.tsx'
import { Overview } from './overview.tsx'
import { Script } from './script.tsx'
import { TimelineView } from './timeline.tsx'
import { WorldsView } from './worlds-view.tsx'

/** A view of the page. */
export interface View {
  /** Its name in the address. */
  readonly name: string
  readonly title: string
  readonly Content: FunctionComponent
}

/** The views, in the order of the menu. */
export const VIEWS: readonly View[] = [
  { name: 'overview', title: 'Overview', Content: Overview },
  { name: 'live', title: 'Live', Content: Live },
  { name: 'timeline', title: 'Timeline', Content: TimelineView },
  { name: 'script', title: 'Script', Content: Script },
  { name: 'coverage', title: 'Coverage', Content: CoverageView },
  { name: 'drift', title: 'Drift', Content: DriftView },
  { name: 'worlds', title: 'Worlds', Content: WorldsView }
]
