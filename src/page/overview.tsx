import type { JSX } from 'preact'
import type { AdminCoverage } from '../client/admin-api.ts'
import type { Answer } from './answer.ts'
import { ApiCard } from './api-card.tsx'
import { worldUrl } from './place.ts'
import { useAnswer } from './use-answer.ts'

/** The APIs that are served, with their operations, and what requests have touched of them so far. */
export function Overview (): JSX.Element {
  const contracts = useAnswer<Answer<'listContracts'>>('/contracts')
  const operations = useAnswer<Answer<'listOperations'>>('/operations')
  const coverage = useAnswer<AdminCoverage>('/coverage', { on: ['exchange'], pauseMs: 1_000 })
  const all = operations.body?.operations ?? []
  const shares = coverage.body?.summary.operations ?? []
  const address = worldUrl()
  return (
    <>
      <h1>Overview</h1>
      <p>
        This world is reached at <code>{address}</code>: set it as the base URL of your app.
        The <a href='docs/'>admin API</a> can do all that this page does.
      </p>
      <p class='is-wrong' role='alert'>{contracts.error ?? operations.error}</p>
      {contracts.body?.contracts.length === 0 && <p class='panel'>No API is served.</p>}
      {contracts.body?.contracts.map(contract => (
        <ApiCard
          key={contract.name}
          contract={contract}
          address={address}
          operations={all.filter(({ api }) => api === contract.name)}
          shares={shares.filter(({ api }) => api === contract.name)}
        />
      ))}
    </>
  )
}
