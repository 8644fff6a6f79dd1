import { GET_LABEL, OPERATIONS, githubDescription, writeGithubPart } from '../documents/github.ts'
import type { Growth } from './growth.ts'

const SMALL = 5

/** One operation of a real document: by itself with four others, and in all of it. */
export const githubOperation: Growth = {
  name: "operations of GitHub's description, one of them asked",
  sizes: [SMALL, OPERATIONS],
  quickSizes: [SMALL, OPERATIONS],
  options: async (size, directory) => [
    size === OPERATIONS ? await githubDescription() : await writeGithubPart(directory, size)
  ],
  async prepare () {
    return { requests: [GET_LABEL], expects: 'success' }
  }
}
