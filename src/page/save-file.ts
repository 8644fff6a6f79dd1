/** How many milliseconds the browser has to begin with the download. */
const DOWNLOAD_MS = 10_000

/** Has the browser save data as a file. */
export function saveFile (data: Blob, name: string): void {
  const url = URL.createObjectURL(data)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS)
}
