import { githubOperation } from './github.ts'
import type { Growth } from './growth.ts'
import { addsInFullWorld, duplicatesAmongJobs, readsAmongJobs } from './jobs.ts'
import { journal } from './journal.ts'
import { allOperations, oneOperation } from './operations.ts'
import { matchedStubs, unmatchedStubs } from './stubs.ts'
import { worlds } from './worlds.ts'

export const GROWTHS: readonly Growth[] = [
  oneOperation, githubOperation, allOperations, readsAmongJobs, duplicatesAmongJobs, addsInFullWorld, worlds,
  matchedStubs, unmatchedStubs, journal
]
