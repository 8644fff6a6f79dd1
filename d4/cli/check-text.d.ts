import type { CheckResult } from './check.ts';
/** Writes what `standin check` found as lines to read, or as JSON to work with: the worst first, each once. */
export declare function checkText({ documents, problems }: CheckResult, format: 'text' | 'json'): string;
