import { formatProblem, sortProblems } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import type { CheckResult } from './check.ts'

/** Returns the result of `standin check` as lines or as JSON: the worst problem first, each once. */
export function checkText ({ documents, problems }: CheckResult, format: 'text' | 'json'): string {
  const listed = withoutRepeats(sortProblems(problems))
  const warnings = listed.filter(({ severity }) => severity === 'warning').length
  const errors = listed.length - warnings
  if (format === 'json') {
    return JSON.stringify({ documents, errors, warnings, problems: listed.map(toJson) }, undefined, 2)
  }
  const summary = `${count(documents, 'document')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`
  return [...listed.map(toLine), summary].join('\n')
}

/** Removes repeated problems: a part to which several operations refer is checked for each of them. */
function withoutRepeats (problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map(problem => [`${problem.pointer ?? ''} ${formatProblem(problem)}`, problem]))
  return [...byText.values()]
}

function toLine (problem: Problem): string {
  const text = formatProblem(problem)
  return problem.pointer === undefined ? text : `${text} [#${problem.pointer}]`
}

function toJson ({ severity = 'error', file, place, pointer, message }: Problem): object {
  return {
    severity,
    file: place?.file ?? file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    pointer: pointer ?? null,
    message
  }
}

function count (number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
