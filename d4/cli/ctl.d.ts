import type { CtlRequest, CtlVerb } from './ctl-verbs.ts';
export declare const DEFAULT_URL = "http://127.0.0.1:4010";
/** What `standin ctl` is asked to do, and of which server. */
export type CtlCommand = {
    readonly kind: 'ctl-help';
} | {
    readonly kind: 'ctl';
    readonly url: string;
    /** The default one where it is not named. */
    readonly world: string | undefined;
    readonly token: string | undefined;
    readonly follows: boolean;
    readonly request: CtlRequest;
};
/** Reads what follows `standin ctl`. Throws `UnknownVerb`, `UnknownOption` or `InvalidOption`. */
export declare function parseCtl(args: readonly string[], env?: Readonly<Record<string, string | undefined>>): CtlCommand;
/** What a verb is called with all that it takes. */
export declare function verbUsage({ flags, takes, words }: CtlVerb): string;
