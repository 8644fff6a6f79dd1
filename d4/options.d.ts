export declare const LOG_LEVELS: readonly ["silent", "error", "warn", "info", "debug", "trace"];
export type LogLevel = (typeof LOG_LEVELS)[number];
/** What a stand-in is made with; each has a default. */
export interface StandinOptions {
    /**
     * The OpenAPI documents to serve: a directory of them, or a list of files.
     * @default the four that ship with the package
     */
    openapi?: string | readonly string[];
    /**
     * OpenAPI Overlay documents that change the documents before they are served, in this order.
     * @default none, but for those in the directory of documents
     */
    overlays?: readonly string[];
    /**
     * The path under which an API is served, by its name: `{ pets: '/v2' }`.
     * @default the path of the document's first server, and none
     */
    mounts?: Readonly<Record<string, string>>;
    /**
     * Whether documents are refused for what they could be served in spite of.
     * @default false
     */
    strict?: boolean;
    /**
     * Whether what `$ref`s of http(s) URLs lead to is fetched.
     * @default false
     */
    allowRemoteRefs?: boolean;
    /**
     * The directory of canned bodies and rows.
     * @default the one that ships with the package, for the documents that ship with it; none for documents of your own
     */
    fixtures?: string;
    /**
     * What ids, tokens and generated bodies follow from: the same seed gives the same run.
     * @default 1
     */
    seed?: number;
    /**
     * The instant at which the clock of every world starts to run, as an RFC 3339 date-time: `2026-01-01T00:00:00Z`.
     * @default the real time
     */
    startsAt?: string;
    /**
     * How many worlds there may be; past it, the longest unused goes.
     * @default 1000
     */
    maxWorlds?: number;
    /**
     * How many exchanges the journal of a world keeps; past it, the oldest goes.
     * @default 1000
     */
    maxExchanges?: number;
    /**
     * How many resources a world may hold; past it, the oldest that a request created goes, and where there is none creating one is refused.
     * @default 100000
     */
    maxResources?: number;
    /**
     * How large a request's body may be, in bytes.
     * @default 1048576
     */
    bodyLimit?: number;
    /**
     * What the admin API asks for as `Authorization: Bearer …`.
     * @default none: whoever reaches the server may use it
     */
    adminToken?: string;
    /**
     * The hosts that callbacks may be sent to.
     * @default any, but for link-local addresses, which are never allowed
     */
    callbackHosts?: readonly string[];
    /**
     * What is logged to standard output, as JSON lines: this level and those above it.
     * @default 'silent'; 'warn' on the command line
     */
    log?: LogLevel;
}
type WithoutDefault = 'fixtures' | 'startsAt' | 'adminToken' | 'callbackHosts';
/** The options with their defaults in place. */
export type ResolvedOptions = Readonly<Required<Omit<StandinOptions, WithoutDefault>>> & Readonly<Pick<StandinOptions, Exclude<WithoutDefault, 'startsAt'>>> & {
    /** In milliseconds since 1970. */
    readonly startsAt: number | undefined;
};
/** The directory of the OpenAPI documents that ship. */
export declare const SHIPPED_OPENAPI: string;
/** The directory of canned bodies, rows and scenarios that ships. */
export declare const SHIPPED_FIXTURES: string;
/** Whether just what ships with the package is served. */
export declare function isShipped({ fixtures, openapi, overlays }: Pick<ResolvedOptions, 'fixtures' | 'openapi' | 'overlays'>): boolean;
/** Checks the options and puts in what was left out. Throws `UnknownOption` or `InvalidOption`. */
export declare function withDefaults(options?: StandinOptions): ResolvedOptions;
/** Tells what the value of an option must be, to be read after "must"; `undefined` where it is that. */
export declare function brokenRule(name: keyof StandinOptions, value: unknown): string | undefined;
export {};
