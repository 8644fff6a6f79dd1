import type { JSX } from 'preact'
import type { Answer } from './api.ts'
import { useAnswer } from './use-answer.ts'

/** The APIs that are served. */
export function Overview (): JSX.Element {
  const { body, error } = useAnswer<Answer<'listContracts'>>('/contracts')
  return (
    <>
      <h1>Overview</h1>
      {error !== undefined && <p class='is-wrong' role='alert'>{error}</p>}
      {body?.contracts.map(({ name, title, version }) => (
        <section class='panel' key={name}>
          <h2>{title} <span class='quiet'>{name} · {version}</span></h2>
        </section>
      ))}
    </>
  )
}
