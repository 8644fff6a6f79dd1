/*
 * The part of a key in braces decides on which server of a cluster it lives (hash tag): all keys of a world live
 * together, and different worlds spread. The names of worlds have no braces.
 */

/** Returns the key of what is known of a world as a whole. */
export function headKey (world: string): string {
  return `standin:{${world}}:head`
}

/** Returns the key of the parts of a world. */
export function partsKey (world: string): string {
  return `standin:{${world}}:parts`
}

/** Returns the key of the order of the parts of a world. */
export function orderKey (world: string): string {
  return `standin:{${world}}:order`
}

/** Returns the key of the lease of a process. It lives beside those of all others. */
export function leaseKey (id: string): string {
  return `standin:{replicas}:lease:${id}`
}

/** The key of the processes that take new worlds, by when their leases expire. */
export const REPLICAS_KEY = 'standin:{replicas}:all'

/** The key of the secret by which the processes know each other. */
export const SECRET_KEY = 'standin:{replicas}:secret'

/** The key of the names of all worlds that are kept. */
export const WORLDS_KEY = 'standin:worlds'

/** The key of when the next task of each world is due. */
export const DUE_KEY = 'standin:due'
