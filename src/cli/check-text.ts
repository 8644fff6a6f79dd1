import { formatProblem, sortProblems } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import type { CheckResult } from './check.ts'

/** Writes what `standin check` found as lines to read, or as JSON to work with: the worst first, each once. */
export function checkText ({ documents, problems }: CheckResult, format: 'text' | 'json'): string {
  const listed = withoutRepeats(sortProblems(problems))
  const warnings = listed.filter(({ severity }) => severity === 'warning').length
  const errors = listed.length - warnings
  if (format === 'json') return JSON.stringify({ documents, errors, warnings, problems: listed.map(toJson) }, undefined, 2)
  const lines = listed.map(problem => problem.pointer === undefined ? formatProblem(problem) : `${formatProblem(problem)} [#${problem.pointer}]`)
  return [...lines, `${count(documents, 'document')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`].join('\n')
}

/** What several operations refer to is looked at for each of them. */
function withoutRepeats (problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [`${problem.pointer ?? ''} ${formatProblem(problem)}`, problem])).values()]
}

function toJson ({ severity = 'error', file, place, pointer, message }: Problem): object {
  return { severity, file: place?.file ?? file, line: place?.line ?? null, column: place?.column ?? null, pointer: pointer ?? null, message }
}

function count (number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
