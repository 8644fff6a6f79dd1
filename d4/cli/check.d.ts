import type { Problem } from '../contract/problem.ts';
import type { StandinOptions } from '../options.ts';
/** What was looked at, and all that is wrong with it. */
export interface CheckResult {
    readonly documents: number;
    readonly problems: readonly Problem[];
}
/** Loads documents with their fixtures and scenarios, and finds all that is wrong with them. It serves nothing. */
export declare function check(options: StandinOptions): Promise<CheckResult>;
