import type { JSX } from 'preact'
import type { AdminCoverage } from '../client/admin-api.ts'
import { hrefTo } from './place.ts'

type Finding = AdminCoverage['findings'][number]

/** The names of the kinds of findings for people. */
const KINDS: Readonly<Record<Finding['kind'], string>> = {
  violations: 'violation',
  undocumented: 'undocumented',
  unmatched: 'no operation',
  'unused-stubs': 'unused stub',
  undelivered: 'undelivered callback'
}

export interface CoverageFindingsProps {
  readonly findings: readonly Finding[]
  /** The operation, or the API, whose findings are shown alone. */
  readonly chosen: string | undefined
}

/** What requests have shown beside the coverage, with places. */
export function CoverageFindings ({ chosen, findings }: CoverageFindingsProps): JSX.Element {
  const shown = findings.filter(({ api, operation }) => chosen === undefined || (operation ?? api) === chosen)
  const more = findings.length - shown.length
  return (
    <section class='panel' aria-labelledby='findings'>
      <h2 id='findings'>{chosen === undefined ? 'Findings' : `Findings of ${chosen}`}</h2>
      {shown.length === 0 && <p class='quiet'>There are none.</p>}
      <ul class='findings'>
        {shown.map(({ count, id, ignored, kind, message, place, tests }) => (
          <li key={id}>
            <span class={ignored === undefined ? 'tag tag-bad' : 'tag'}>{KINDS[kind]}{count > 1 && ` ${count}×`}</span>
            <span>{message}</span>
            {ignored !== undefined && <span class='quiet'>ignored: {ignored}</span>}
            {place !== undefined && <code class='quiet'>{place.file}:{place.line}:{place.column}</code>}
            {tests.length > 0 && <span class='quiet'>by {tests.join(', ')}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p><a href={hrefTo('coverage')}>Show all findings, {more} more</a></p>}
    </section>
  )
}
