import type { JSX } from 'preact'
import type { AdminDrift } from '../client/admin-api.ts'
import { saveFile } from './save-file.ts'

type Proposed = AdminDrift['overlays'][number]

/** The proposed overlays to save, with what they do not change. */
export function DriftOverlays ({ overlays }: { readonly overlays: readonly Proposed[] }): JSX.Element | null {
  if (overlays.length === 0) return null
  return (
    <section class='panel' aria-labelledby='overlays'>
      <h2 id='overlays'>Proposed overlays</h2>
      <p class='quiet'>
        With its overlay, a contract says what the service did. It names its document as seen from the folder in which
        standin was started: keep it there, or change <code>extends</code>.
      </p>
      {overlays.map(proposed => <ProposedOverlay key={proposed.api} proposed={proposed} />)}
    </section>
  )
}

function ProposedOverlay ({ proposed }: { readonly proposed: Proposed }): JSX.Element {
  const { api, file, left, overlay } = proposed
  const { actions } = overlay
  const name = `${api}.overlay.json`
  const save = (): void => {
    const text = JSON.stringify(overlay, undefined, 2)
    saveFile(new Blob([`${text}\n`], { type: 'application/json' }), name)
  }
  return (
    <>
      {/* An overlay without actions is not valid. */}
      {Array.isArray(actions) && actions.length > 0 && (
        <p><button type='button' onClick={save}>Save {name}</button></p>
      )}
      {left.length > 0 && (
        <details>
          <summary>{left.length} not changed in {file}</summary>
          <ul class='drift-left'>{left.map(line => <li key={line}>{line}</li>)}</ul>
        </details>
      )}
    </>
  )
}
