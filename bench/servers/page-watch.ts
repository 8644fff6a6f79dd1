import type { CDPSession, Page } from 'playwright-core'

/** What a page felt while it was watched. */
export interface PageReport {
  readonly frames: number
  /** The longest time from one frame to the next, in milliseconds. */
  readonly longestFrameMs: number
  /** The longest task of its main thread, in milliseconds; 0 where none took 50 ms. */
  readonly longestTaskMs: number
  /** What its JavaScript keeps after a collection, in MiB, at the start and at the end. */
  readonly heapBefore: number
  readonly heapAfter: number
}

/** Counts the frames and the long tasks of a page, in which it runs: its types are not those of Node. */
const WATCH = `(() => {
  const seen = { frames: 0, longestFrame: 0, longestTask: 0 }
  let last = performance.now()
  const frame = now => {
    seen.frames++
    seen.longestFrame = Math.max(seen.longestFrame, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(now => { last = now; requestAnimationFrame(frame) })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration)
  }).observe({ type: 'longtask' })
  globalThis.seenByBench = seen
})()`

interface Seen {
  readonly frames: number
  readonly longestFrame: number
  readonly longestTask: number
}

/** Watches a page while something happens. */
export async function watchPage (page: Page, happens: () => Promise<void>): Promise<PageReport> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  const heapBefore = await heapMiB(session)
  await page.evaluate(WATCH)
  await happens()
  const { frames, longestFrame, longestTask } = await page.evaluate('seenByBench') as Seen  // as it was written there
  const heapAfter = await heapMiB(session)
  await session.detach()
  return { frames, longestFrameMs: longestFrame, longestTaskMs: longestTask, heapBefore, heapAfter }
}

async function heapMiB (session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}
