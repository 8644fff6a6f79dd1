import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { Order } from './order.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** Where the resources of a reply stand among all that were found. */
export interface Page {
    /** How many were found. */
    readonly total: number;
    /** How many a page holds at most. */
    readonly size: number;
    /** How many pages there are. */
    readonly pages: number;
    /** Whether more follow. */
    readonly more: boolean;
    /** How many come before it. */
    readonly offset: number;
    /** What asks for the next page: its number, offset or cursor; `undefined` at the end. */
    readonly next: number | string | undefined;
    readonly previous: number | string | undefined;
}
/** The parts of a page that templates can name. */
export declare const PAGE_PARTS: readonly ["total", "size", "pages", "more", "offset", "next", "previous"];
/** Takes the page that a request asks for out of all that were found, in their order. */
export type TakePage = (found: readonly Resource[], order: Order, scope: Scope) => {
    readonly resources: readonly Resource[];
    readonly page: Page;
};
/** Reads `page`: how large a page is, and by what the request names it. */
export declare function compilePage(declaration: Declaration | undefined, type: ResourceType, language: OperationLanguage): TakePage;
