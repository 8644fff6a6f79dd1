import { writeFileSync } from 'node:fs'
import { consolePicture } from './console-picture.ts'
import { recordConsole } from './record-console.ts'

writeFileSync(new URL('console.svg', import.meta.url), consolePicture(await recordConsole()))
