import { readFileSync, writeFileSync } from 'node:fs'
import { speedPicture } from './speed-picture.ts'

const results = readFileSync(new URL('../../bench/results.md', import.meta.url), 'utf8')
writeFileSync(new URL('speed.svg', import.meta.url), speedPicture(results))
