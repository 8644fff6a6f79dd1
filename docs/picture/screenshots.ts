import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startLivelyWorld } from './lively-world.ts'
import { takePagePictures } from './page-pictures.ts'

/** The pictures that pages of the documentation show. */
const SHOWN = ['timeline-light', 'timeline-dark', 'live-light']

const [, , folder] = process.argv
const isForReading = folder !== undefined

// Without a folder, the pictures of the documentation are taken anew; with one, all of the page, to look at.
const world = await startLivelyWorld()
try {
  const pictures = await takePagePictures(world, isForReading ? { format: 'png' } : { format: 'webp', names: SHOWN })
  const target = folder ?? import.meta.dirname
  mkdirSync(target, { recursive: true })
  for (const { data, name } of pictures) {
    const file = join(target, `page-${name}.${isForReading ? 'png' : 'webp'}`)
    writeFileSync(file, data)
    console.log(`${file} (${Math.ceil(data.length / 1024)} KiB)`)
  }
} finally {
  await world.close()
}
