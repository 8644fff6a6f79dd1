/** A function that runs soon, and a function that ends that. */
export interface Soon {
  readonly ask: () => void
  readonly stop: () => void
}

/**
 * Creates a function that runs another one soon: once for all calls that come in a while, and never twice at a time.
 * The while may be another each time.
 */
export function runSoon (run: () => Promise<void>, pauseMs: number | (() => number)): Soon {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isDue = false
  let isStopped = false
  const start = async (): Promise<void> => {
    timer = undefined
    isRunning = true
    isDue = false
    await run()
    isRunning = false
    if (isDue) ask()
  }
  const ask = (): void => {
    if (isRunning) isDue = true
    else if (!isStopped) timer ??= setTimeout(start, typeof pauseMs === 'number' ? pauseMs : pauseMs())
  }
  const stop = (): void => {
    isStopped = true
    clearTimeout(timer)
  }
  return { ask, stop }
}
