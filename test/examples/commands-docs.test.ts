import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { listCodeBlocks } from './code-blocks.ts'

const PAGES = globSync(['README.md', 'docs/**/*.md'])

/** Matches a command of the product within a code span: one with a file, a flag or a verb of `ctl`. */
const COMMAND = /`(?:npx )?standin ([^`…]*)`/g

for (const page of PAGES) {
  const text = readFileSync(page, 'utf8')
  const lines = listCodeBlocks(text).filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'))
  const blocks = lines.filter(line => /^(npx )?standin /.test(line))
  const spans = [...text.replace(/^```[^]*?^```$/gm, '').matchAll(COMMAND)].map(([span]) => span.slice(1, -1))
  const commands = [...blocks, ...spans].filter(command => !isExempt(command))
  if (commands.length === 0) continue

  t.test(`the commands of ${page} parse`, async t => {
    for (const command of commands) t.doesNotThrow(() => parseCommand(wordsOf(command), {}), command)
  })
}

/** Tells whether a command is shown for the error that it ends with, or is only the name of a verb. */
function isExempt (command: string): boolean {
  return /^standin (-h 0\.0\.0\.0|-v debug)/.test(command) || /^standin [a-z]+$/.test(command)
}

/** Returns the words of a command after `standin`, as a shell splits them. */
function wordsOf (command: string): string[] {
  const [line = ''] = command.replace(/^npx /, '').split(/ [>|] /)
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1)
}
