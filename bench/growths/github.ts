import { GET_LABEL, OPERATIONS, githubDescription, writeGithubPart } from '../documents/github.ts'
import type { Growth } from './growth.ts'

const SMALL = 5

/** Sends requests to one operation of a real document: in a part of five operations, and in the whole of it. */
export const githubOperation: Growth = {
  name: 'operations of GitHub\'s description, one of them asked',
  sizes: [SMALL, OPERATIONS],
  quickSizes: [SMALL, OPERATIONS],
  async options (size, directory) {
    return [size === OPERATIONS ? await githubDescription() : await writeGithubPart(directory, size)]
  },
  async prepare () {
    return { requests: [GET_LABEL], expects: 'success' }
  }
}
