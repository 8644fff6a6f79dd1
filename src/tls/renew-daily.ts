import { setTimer } from '../worlds/clock.ts'
import type { Certificate } from './load-certificate.ts'

const DAY_MS = 86_400_000

export interface Renewal {
  /** Loads the certificate, which is renewed where it is about to expire. */
  readonly load: () => Promise<Certificate>
  /** Serves a certificate from now on. */
  readonly use: (certificate: Certificate) => void
  readonly failed: (error: unknown) => void
  /** @default a day, in milliseconds */
  readonly everyMs?: number
}

/**
 * Loads a certificate again and again, so that a server that runs for months serves no expired one, nor one whose file
 * has been replaced. Returns the function that ends it.
 */
export function renewDaily ({ everyMs = DAY_MS, failed, load, use }: Renewal): () => void {
  let hasEnded = false
  let cancel = (): void => {}
  const renewLater = (): void => {
    cancel = setTimer(everyMs, () => {
      load().then(use).catch(failed).finally(() => {
        if (!hasEnded) renewLater()
      })
    })
  }
  renewLater()
  return () => {
    hasEnded = true
    cancel()
  }
}
