import type { Operation } from '../contract/contract.ts';
import type { SentObject } from './request-body.ts';
import type { Thing } from './thing.ts';
/** What a request gives a thing to keep. */
export interface GivenMembers {
    /** As `x-standin` has it: an expression for all members of the body, or each by its name; `undefined` where there is none. */
    readonly members: string | Record<string, string> | undefined;
    /** The names of the members that come from the body. */
    readonly names: readonly string[];
    /** Those that the body has and that are kept in another form than it gives, or not at all. */
    readonly strangers: readonly string[];
    readonly sent: SentObject | undefined;
}
/** Tells which members of a thing a request gives, in `members` as `create`, `update` and `patch` take them. */
export declare function givenMembers(operation: Operation, thing: Thing, kind: 'create' | 'update' | 'patch'): GivenMembers;
/** The ids of the things above, that the path gives and the thing shows: `userId` of one of the orders of a user. */
export declare function parentMembers({ parents }: Thing, { path }: Operation): Record<string, string>;
