import type { Fault } from '../validation/fault.ts';
import type { SourceName } from '../validation/message.ts';
import type { Violation } from '../validation/violation.ts';
import type { Exchange } from '../worlds/exchange.ts';
/** An exchange as the admin API shows it. */
export interface JournalEntry {
    readonly id: string;
    readonly world: string;
    /** By the world's clock, as an RFC 3339 date-time. */
    readonly at: string;
    /** By the real clock. */
    readonly realAt: string;
    readonly tookMs: number;
    readonly operation: string | null;
    readonly source: SourceName;
    readonly stub: string | null;
    readonly example: string | null;
    readonly fault: Fault | null;
    readonly request: {
        readonly method: string;
        readonly url: string;
        readonly headers: Readonly<Record<string, unknown>>;
        readonly violations: readonly Violation[];
    } & ShownBody;
    readonly response: {
        readonly status: number;
        readonly headers: Readonly<Record<string, unknown>>;
        readonly violations: readonly Violation[];
    } & ShownBody;
}
/** A body as far as it can be shown, with a note where that is not all of it. */
export interface ShownBody {
    readonly body?: unknown;
    readonly note?: string;
}
/** Shows an exchange of a world: credentials masked, long bodies cut, times as text. */
export declare function toJournalEntry(exchange: Exchange, world: string): JournalEntry;
