import type { Declaration, Report } from '../simulation/declaration.ts';
import type { Violation } from '../validation/violation.ts';
/** All that is wrong with a stub, or with something else that is sent, each with its place in it. */
export declare class Mistakes {
    #private;
    constructor(what?: string, Refusal?: new (text: string) => Error);
    readonly report: Report;
    /** Gives up on a part in which the contract would be broken. */
    refuse({ pointer }: Declaration, why: string, violations: readonly Violation[]): never;
    /** Reads it; throws `InvalidStub`, or what else it is refused with, with every mistake that was found in it. */
    read<T>(sent: unknown, read: () => T): T;
}
