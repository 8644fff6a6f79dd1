import type { Operation } from '../contract/contract.ts';
import type { Member } from './schema-members.ts';
type Json = Record<string, unknown>;
/** How the answers of a list are cut into pages: `page` of a `find`, and the parameters that say so. */
export interface Paging {
    readonly page: Json | undefined;
    readonly parameters: ReadonlySet<string>;
    /** What the query gives for the page, where an answer repeats it. */
    readonly number: string | undefined;
}
/** Finds how a list is paged by the names of its query parameters: `limit` and `offset`, `page` and `per_page`, `cursor`. */
export declare function pagingOf({ parameters }: Operation): Paging;
/** What a member beside the items of a list says of the page; `undefined` where its name and type tell nothing. */
export declare function pageMember({ name, schema }: Member, { number, page }: Paging): unknown;
export {};
