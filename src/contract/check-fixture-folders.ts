import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from './contract.ts'
import { didYouMean } from './did-you-mean.ts'
import type { Problem } from '../documents/problem.ts'
import { shownPath } from '../documents/shown-path.ts'

/** Returns a warning for each folder of fixtures that belongs to no API, and so is never read. */
export async function checkFixtureFolders (contracts: readonly Contract[], directory: string): Promise<Problem[]> {
  const names = contracts.map(({ name }) => name)
  const entries = await readdir(directory, { withFileTypes: true })
  const unknown = entries.filter(entry => entry.isDirectory() && !names.includes(entry.name))
  return unknown.map(({ name }) => ({
    severity: 'warning',
    file: shownPath(join(directory, name)),
    message: `belongs to no API, so it is ignored${didYouMean(name, names)}`
  }))
}
