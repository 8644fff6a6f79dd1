import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { AdminCoverage } from '../client/admin-api.ts'
import { call, messageOf } from './api.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { CoverageApi } from './coverage-api.tsx'
import { coverageFilter, CoverageFilters, DIMENSIONS } from './coverage-filters.tsx'
import { CoverageFindings } from './coverage-findings.tsx'
import { place, world } from './place.ts'
import { ShareMeter } from './share-meter.tsx'
import { useAnswer } from './use-answer.ts'

/** Shows which parts of the contracts and of their simulation requests have reached, and which not. */
export function CoverageView (): JSX.Element {
  const { isOfAllWorlds, test } = coverageFilter.value
  const path = test === '' ? '/coverage' : `/coverage?${new URLSearchParams({ test })}`
  const { body, error, refresh } = useAnswer<AdminCoverage>(path, {
    on: ['exchange', 'callback'],
    pauseMs: 1_000,
    world: isOfAllWorlds ? '' : world.value
  })
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState('')
  const tests = useTests(body)
  const reset = async (): Promise<void> => {
    setFailure(await call('/coverage', { method: 'DELETE' }).then(() => '', messageOf))
    refresh()
  }
  const apis = [...new Set(body?.summary.operations.map(({ api }) => api))]
  return (
    <>
      <div class='bar'>
        <h1>Coverage</h1>
        <output class='quiet'>{body === undefined ? '' : totalText(body)}</output>
        <span class='actions'><button type='button' onClick={() => setIsAsking(true)}>Begin anew</button></span>
      </div>
      <CoverageFilters tests={tests} />
      <p class='is-wrong' role='alert'>{failure || error}</p>
      {body !== undefined && (
        <>
          <Dimensions coverage={body} />
          {apis.map(api => <CoverageApi key={api} api={api} coverage={body} chosen={place.value.rest[0]} />)}
          <CoverageFindings findings={body.findings} chosen={place.value.rest[0]} />
        </>
      )}
      {isAsking && (
        <ConfirmDialog
          onClose={() => setIsAsking(false)}
          question={{
            title: 'Begin anew?',
            text: 'What requests to all worlds have reached so far no longer counts.',
            action: 'Begin anew',
            onConfirm: reset
          }}
        />
      )}
    </>
  )
}

/** Returns the names of all tests that were seen: a report of one test names no other. */
function useTests (coverage: AdminCoverage | undefined): string[] {
  const known = useRef(new Set<string>())
  for (const { tests } of [...coverage?.cells ?? [], ...coverage?.findings ?? []]) {
    for (const test of tests) known.current.add(test)
  }
  const { test } = coverageFilter.value
  if (test !== '') known.current.add(test)
  return [...known.current].sort()
}

function totalText ({ summary: { total: { ignored, percent, total, touched } } }: AdminCoverage): string {
  const share = percent === null ? '' : ` (${percent}%)`
  return `${touched} of ${total} reached${share}${ignored > 0 ? `, ${ignored} ignored` : ''}`
}

function Dimensions ({ coverage: { summary } }: { readonly coverage: AdminCoverage }): JSX.Element {
  const shares = Object.entries(summary.dimensions).filter(([, { total }]) => total > 0)
  return (
    <section class='panel' aria-labelledby='dimensions'>
      <h2 id='dimensions'>By dimension</h2>
      <ul class='dimensions'>
        {shares.map(([name, { total, touched }]) => (
          <li key={name}>
            {DIMENSIONS[name as keyof typeof DIMENSIONS]}
            <ShareMeter label={`Coverage of ${name}`} touched={touched} total={total} />
          </li>
        ))}
      </ul>
    </section>
  )
}
