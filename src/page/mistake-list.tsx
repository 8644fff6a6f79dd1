import type { JSX } from 'preact'
import type { Mistake } from './use-stub-check.ts'

/** Mistakes with their places. */
export function MistakeList ({ mistakes }: { readonly mistakes: readonly Mistake[] }): JSX.Element {
  return (
    <ul class='mistakes'>
      {mistakes.map(({ pointer, text }) => (
        <li key={pointer + text}>{pointer !== '' && <code>{pointer}</code>} {text}</li>
      ))}
    </ul>
  )
}
