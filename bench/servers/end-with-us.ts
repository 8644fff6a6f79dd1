import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** Sees to it that a process does not outlive the benchmark, however that ends. */
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
