/** Returns the delays of the timers, in milliseconds, that are set while a function runs. Each timer fires at once. */
export async function delaysDuring (run: () => Promise<unknown>): Promise<number[]> {
  const delays: number[] = []
  const original = globalThis.setTimeout
  const recording = (callback: () => void, milliseconds = 0) => {
    delays.push(milliseconds)
    return original(callback, 0)
  }
  globalThis.setTimeout = Object.assign(recording, original)
  try {
    await run()
  } finally {
    globalThis.setTimeout = original
  }
  return delays
}
