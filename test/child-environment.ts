import { resolve } from 'node:path'

/**
 * Returns the environment for a process that a test starts: without the variables of tap, of Node and of the stand-in.
 * The cache of what Node has compiled stays, wherever the process runs.
 */
export function childEnvironment (): NodeJS.ProcessEnv {
  const { NODE_COMPILE_CACHE: cache, ...inherited } = process.env
  const entries = Object.entries(inherited).filter(([name]) => !/^(TAP|NODE|STANDIN_)/.test(name))
  const environment = Object.fromEntries(entries)
  return cache === undefined ? environment : { ...environment, NODE_COMPILE_CACHE: resolve(cache) }
}
