import type { CommandOption } from './command-options.ts';
export interface Flags {
    /** The values as they were written, by the flag's name. A switch has the value ''. */
    readonly flags: ReadonlyMap<string, readonly string[]>;
    readonly documents: readonly string[];
}
/** What takes options of its own. */
export interface Verb {
    /** As it is typed: `standin check`. */
    readonly title: string;
    readonly options: readonly CommandOption[];
}
/** Splits a command line into flags and documents. Throws `UnknownOption` or `InvalidOption`. */
export declare function readFlags(args: readonly string[], verb?: Verb): Flags;
