import type { JSX } from 'preact'
import type { SourcePosition } from '../documents/source-position.ts'
import type { Mistake } from './mistakes-of.ts'

export interface MistakeListProps {
  readonly mistakes: readonly Mistake[]
  /** Shows a place in the text that has the mistakes. */
  readonly onShow?: (position: SourcePosition) => void
}

/** Mistakes with their places. */
export function MistakeList ({ mistakes, onShow }: MistakeListProps): JSX.Element {
  return (
    <ul class='mistakes'>
      {mistakes.map(({ pointer, position, text }) => (
        <li key={pointer + text}>
          {position !== undefined && (
            <button type='button' class='mistake-place' onClick={() => onShow?.(position)}>
              Line {position.line}, column {position.column}
            </button>
          )}
          {pointer !== '' && <code>{pointer}</code>} {text}
        </li>
      ))}
    </ul>
  )
}
