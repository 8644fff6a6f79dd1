import { send } from './api.ts'
import { saveFile } from './save-file.ts'

/** Has the browser save all state of a world as a file. */
export async function downloadDump (world: string, withJournal: boolean): Promise<void> {
  const response = await send(`/dump?journal=${withJournal}`, { world })
  saveFile(await response.blob(), `world-${world}.json`)
}

/** Puts the state in a file in the place of that of a world. The file is sent as it is: numbers stay exact. */
export async function loadDump (world: string, file: File): Promise<void> {
  await send('/dump', { method: 'PUT', world, text: await file.text() })
}
