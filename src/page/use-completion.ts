import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { completeWord } from './complete-word.ts'
import { findJsonCursor } from './json-cursor.ts'
import { listWords } from './stub-words.ts'
import type { StubWords } from './stub-words.ts'

/** The words that fit where the caret is, and which of them is chosen: none below zero. */
export interface Offer {
  readonly caret: number
  readonly words: readonly string[]
  readonly index: number
}

export interface CompletionOptions {
  readonly text: string
  readonly onText: (text: string) => void
  readonly textarea: RefObject<HTMLTextAreaElement | null>
  readonly words: StubWords | undefined
}

/** The completion of a text, and what a textarea does for it. */
export interface Completion {
  readonly offer: Offer | undefined
  /** Offers what fits a place in the text. */
  readonly offerAt: (text: string, caret: number) => void
  readonly accept: (word: string | undefined) => void
  readonly close: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Completes the words of a stub in a textarea: while they are typed, or by Ctrl+Space. */
export function useCompletion ({ onText, text, textarea, words }: CompletionOptions): Completion {
  const [offer, setOffer] = useState<Offer>()
  const caretDue = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (caretDue.current !== undefined) textarea.current?.setSelectionRange(caretDue.current, caretDue.current)
    caretDue.current = undefined
  }, [text])

  const close = (): void => setOffer(undefined)
  const offerAt = (text: string, caret: number, isAsked = false): void => {
    const cursor = findJsonCursor(text, caret)
    const isDue = cursor !== undefined && (isAsked || cursor.typed !== '' || text[cursor.from] === '"')
    const fitting = isDue && words !== undefined ? listWords(cursor, words) : []
    setOffer(fitting.length === 0 ? undefined : { caret, words: fitting, index: isAsked ? 0 : -1 })
  }
  const accept = (word: string | undefined): void => {
    const cursor = offer && findJsonCursor(text, offer.caret)
    close()
    if (cursor === undefined || word === undefined) return
    const completed = completeWord(text, cursor, word)
    caretDue.current = completed.caret
    onText(completed.text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === ' ' && event.ctrlKey) offerAt(text, textarea.current?.selectionStart ?? 0, true)
    else if (offer === undefined) return
    else if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setOffer(moved(offer, 1))
    else if (event.key === 'ArrowUp') setOffer(moved(offer, -1))
    else if (event.key === 'Enter' && offer.index >= 0) accept(offer.words[offer.index])
    else return
    event.preventDefault()
  }
  return { accept, close, offer, offerAt, onKeyDown }
}

/** Chooses the next word, or the one before: the last is before the first. */
function moved (offer: Offer, by: number): Offer {
  const { length } = offer.words
  const index = offer.index < 0 && by < 0 ? 0 : offer.index
  return { ...offer, index: (index + by + length) % length }
}
