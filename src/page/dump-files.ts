import { send } from './api.ts'

/** How many milliseconds the browser has to begin with the download. */
const DOWNLOAD_MS = 10_000

/** Has the browser save all state of a world as a file. */
export async function downloadDump (world: string, withJournal: boolean): Promise<void> {
  const response = await send(`/dump?journal=${withJournal}`, { world })
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = `world-${world}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS)
}

/** Puts the state in a file in the place of that of a world. The file is sent as it is: numbers stay exact. */
export async function loadDump (world: string, file: File): Promise<void> {
  await send('/dump', { method: 'PUT', world, text: await file.text() })
}
