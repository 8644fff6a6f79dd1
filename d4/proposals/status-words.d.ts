/** How far a job is when it has a status. */
export type StatusKind = 'waiting' | 'running' | 'success' | 'failure' | 'cancelled' | 'expired';
/** What a status means, and where it comes among those of its kind; `undefined` for a word that says nothing of a job. */
export declare function statusKind(status: string): {
    readonly kind: StatusKind;
    readonly rank: number;
} | undefined;
/** The statuses of a job, sorted by what they mean, each kind in the order in which it passes through them. */
export type StatusesByKind = Readonly<Record<StatusKind | 'unknown', readonly string[]>>;
/** Sorts the values of a status member; `undefined` where they are not those of a job, which begins somewhere and ends well. */
export declare function jobStatuses(values: readonly unknown[]): StatusesByKind | undefined;
/** A lifecycle as a document declares it. */
export type DeclaredLifecycle = Array<string | Record<string, string>>;
/** The ways of a job through its statuses: to success, and to each other end that it may come to. */
export declare function lifecyclesOf(statuses: StatusesByKind): Record<string, DeclaredLifecycle>;
