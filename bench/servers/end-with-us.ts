import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** Kills a process when the benchmark exits. */
export function endWithUs (child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endAll)
  running.add(child)
  child.once('exit', () => {
    running.delete(child)
    if (running.size === 0) process.off('exit', endAll)
  })
}

function endAll (): void {
  for (const child of running) child.kill('SIGKILL')
}
