import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AdminDrift } from '../client/admin-api.ts'
import { call, messageOf } from './api.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { countText } from './count-text.ts'
import { DriftFilters, filterGroups, WEIGHTS } from './drift-filters.tsx'
import type { Weight } from './drift-filters.tsx'
import { DriftList } from './drift-list.tsx'
import { DriftOverlays } from './drift-overlays.tsx'
import { useAnswer } from './use-answer.ts'

/** Shows where the services that requests are passed on to and the contracts differ, in all worlds. */
export function DriftView (): JSX.Element {
  const { body, error, refresh } = useAnswer<AdminDrift>('/drift', { on: ['exchange'], pauseMs: 1_000, world: '' })
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState('')
  const reset = async (): Promise<void> => {
    setFailure(await call('/drift', { method: 'DELETE' }).then(() => '', messageOf))
    refresh()
  }
  return (
    <>
      <div class='bar'>
        <h1>Drift</h1>
        <output class='quiet'>{body === undefined ? '' : comparedText(body)}</output>
        <span class='actions'><button type='button' onClick={() => setIsAsking(true)}>Begin anew</button></span>
      </div>
      <p class='is-wrong' role='alert'>{failure || error}</p>
      {body !== undefined && <Drift drift={body} />}
      {isAsking && (
        <ConfirmDialog
          onClose={() => setIsAsking(false)}
          question={{
            title: 'Begin anew?',
            text: 'The differences that requests to all worlds have shown so far are forgotten.',
            action: 'Begin anew',
            onConfirm: reset
          }}
        />
      )}
    </>
  )
}

function comparedText ({ exchanges: { compared } }: AdminDrift): string {
  return compared === 0 ? '' : `${countText(compared, 'exchange')} compared, of all worlds`
}

function Drift ({ drift }: { readonly drift: AdminDrift }): JSX.Element {
  const { exchanges, groups, overlays } = drift
  if (exchanges.compared === 0) {
    return (
      <p class='panel'>
        Nothing to compare: no request was passed on to a service. Start
        with <code>--proxy https://api.example.com</code>, and send requests.
      </p>
    )
  }
  return (
    <>
      <Summary drift={drift} />
      <DriftFilters groups={groups} />
      <DriftList groups={filterGroups(groups)} />
      <DriftOverlays overlays={overlays} />
    </>
  )
}

function Summary ({ drift: { leftOut, summary } }: { readonly drift: AdminDrift }): JSX.Element {
  const more = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
  return (
    <section class='panel drift-summary' aria-label='Summary'>
      <dl class='figures'>
        {Object.entries(WEIGHTS).map(([name, text]) => (
          <div key={name}><dt>{text}</dt><dd>{countText(summary[name as Weight], name)}</dd></div>
        ))}
      </dl>
      {more > 0 && <p class='quiet'>{countText(more, 'difference')} more are not listed: there are too many.</p>}
    </section>
  )
}
