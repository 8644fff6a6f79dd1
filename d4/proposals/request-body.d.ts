import type { Operation, SchemaReference } from '../contract/contract.ts';
import type { Members } from './schema-members.ts';
/** The object that a request carries. */
export interface SentObject {
    readonly schema: SchemaReference;
    readonly members: Members;
    /** The members of the body in which it is wrapped: `['data']`. */
    readonly path: readonly string[];
}
/** The object in the body of an operation, with members that a thing has; `undefined` where it takes none. */
export declare function bodyOf({ body }: Operation, thing: Members): SentObject | undefined;
