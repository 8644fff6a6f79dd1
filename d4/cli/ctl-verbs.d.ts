/** A request to the admin API, as a verb of `standin ctl` asks for it. */
export interface CtlRequest {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string | undefined>>;
    readonly body?: CtlBody;
}
/** A body: a value, or a text that is JSON; `-` is what standard input gives. */
export type CtlBody = {
    readonly kind: 'value';
    readonly value: unknown;
} | {
    readonly kind: 'text';
    readonly text: string;
};
/** The flags that a verb was given, by name: of one that can be repeated, all values; of a switch, true. */
export type CtlFlags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
export interface CtlVerb {
    /** One or two; of two, the second may be left out where `isDefault`. */
    readonly words: readonly [string, string?];
    readonly isDefault?: boolean;
    /** What follows the words; those in brackets may be left out. */
    readonly takes?: readonly string[];
    /** The flags that it knows, each with what the help shows for its value; none for a switch. */
    readonly flags?: Readonly<Record<string, string | undefined>>;
    readonly help: string;
    /** Whether it shows what comes until it is interrupted. */
    readonly follows?: (flags: CtlFlags) => boolean;
    toRequest(args: readonly string[], flags: CtlFlags): CtlRequest;
}
/** The verbs of `standin ctl`. Parsing and the help text both go by them. */
export declare const CTL_VERBS: readonly CtlVerb[];
