import type { JSX, RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import type { StubWords, WordSchema } from './stub-words.ts'
import { useAnswer } from './use-answer.ts'
import { useCompletion } from './use-completion.ts'

export interface StubTextProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly isInvalid: boolean
  /** The ids of the operations. */
  readonly operations: readonly string[]
  readonly textarea: RefObject<HTMLTextAreaElement | null>
}

/** The text of a stub, in which the names of members, their words and the ids of operations are completed. */
export function StubText ({ isInvalid, onText, operations, text, textarea }: StubTextProps): JSX.Element {
  const words = useWords(operations)
  const { accept, close, offer, offerAt, onKeyDown } = useCompletion({ text, onText, textarea, words })
  return (
    <div class='stub-text'>
      <label for='stub-text'>The stub, as JSON</label>
      <textarea
        id='stub-text' ref={textarea} class='mono' rows={9} spellcheck={false} value={text}
        aria-describedby='stub-check' aria-invalid={isInvalid} placeholder={PLACEHOLDER}
        aria-autocomplete='list' aria-controls='stub-words'
        aria-activedescendant={offer !== undefined && offer.index >= 0 ? `stub-word-${offer.index}` : undefined}
        onInput={({ currentTarget: { selectionStart, value } }) => {
          onText(value)
          offerAt(value, selectionStart)
        }}
        onKeyDown={onKeyDown} onBlur={close}
      />
      <ul id='stub-words' role='listbox' aria-label='Completions' hidden={offer === undefined}>
        {offer?.words.map((word, index) => (
          <li
            key={word} id={`stub-word-${index}`} role='option' aria-selected={index === offer.index}
            onMouseDown={event => event.preventDefault()} onClick={() => accept(word)}
          >
            {word}
          </li>
        ))}
      </ul>
      <span class='quiet summary-text'>Ctrl+Space lists what can stand there; arrows and Enter choose.</span>
    </div>
  )
}

const PLACEHOLDER = `{
  "operation": "shop.addOrder",
  "reply": { "status": 503 },
  "times": 1
}`

/** The document of the admin API, as far as it says what stubs are. */
interface AdminDocument {
  readonly components: { readonly schemas: Readonly<Record<string, WordSchema>> }
  readonly paths: {
    readonly '/stubs': {
      readonly post: {
        readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: WordSchema } } }
      }
    }
  }
}

function useWords (operations: readonly string[]): StubWords | undefined {
  const { body } = useAnswer<AdminDocument>('/openapi.json')
  return useMemo(() => body && {
    stub: body.paths['/stubs'].post.requestBody.content['application/json'].schema,
    schemas: body.components.schemas,
    operations
  }, [body, operations])
}
