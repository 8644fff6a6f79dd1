import { readFileSync } from 'node:fs'

/**
 * Returns the arguments of the server that a container runs, which is its first process; none where the first process
 * is another program.
 */
export function readServerArgs (file = '/proc/1/cmdline'): string[] {
  try {
    return serverArgsIn(readFileSync(file, 'utf8'))
  } catch {
    // Other systems have no such file.
    return []
  }
}

/** Finds the arguments of this program in a command line whose words end in NUL, after those of Node or an init. */
export function serverArgsIn (line: string): string[] {
  const words = line.replace(/\0$/, '').split('\0')
  const at = words.findIndex(word => /(?:^|\/)(?:standin|cli\/main\.[jt]s)$/.test(word))
  return at === -1 ? [] : words.slice(at + 1)
}
