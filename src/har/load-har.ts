import { readFile } from '../documents/read-file.ts'
import { shownPath } from '../documents/shown-path.ts'
import { whyUnread } from '../documents/why-unread.ts'
import { InvalidHar } from '../errors.ts'
import { readHar } from './read-har.ts'
import type { HarReading } from './read-har.ts'

/** The largest HAR file that is read, in bytes. */
const MAX_BYTES = 2 ** 28

/** Loads a HAR file. Rejects with `InvalidHar`, which says what is wrong and where. */
export async function loadHar (path: string): Promise<HarReading> {
  const shown = shownPath(path)
  const bytes = await readFile(path, MAX_BYTES).catch(async (error: unknown) => {
    const why = await whyUnread(path, error)
    throw new InvalidHar(shown, why.replace(/^cannot be read: /, ''))
  })
  return readHar(bytes, shown)
}
