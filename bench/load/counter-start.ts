let runs = 0

/** Where the counter of the next run starts: far enough from that of any other run. */
export function counterStart (): number {
  return ++runs * 2 ** 28
}
