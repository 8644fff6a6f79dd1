let runs = 0

/** Returns the first number of the next run's counter, far from those of other runs. */
export function counterStart (): number {
  return ++runs * 2 ** 28
}
