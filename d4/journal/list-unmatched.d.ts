import type { Operation } from '../contract/contract.ts';
import type { Exchange } from '../worlds/exchange.ts';
import type { JournalEntry } from './to-journal-entry.ts';
/** A request that found no operation, with those that it comes nearest to. */
export interface UnmatchedEntry extends JournalEntry {
    readonly nearest: ReadonlyArray<{
        readonly operation: string;
        readonly method: string;
        readonly path: string;
        readonly why: string;
    }>;
}
/** Shows those of a world's exchanges that found no operation. */
export declare function listUnmatched(exchanges: readonly Exchange[], operations: readonly Operation[], world: string): UnmatchedEntry[];
