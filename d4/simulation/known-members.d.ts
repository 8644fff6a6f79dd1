import type { Contract } from '../contract/contract.ts';
/** The members that the operations of a document give to the resources of a type; `any` where the request may name them. */
export interface KnownMembers {
    readonly shown: ReadonlySet<string> | 'any';
    readonly hidden: ReadonlySet<string> | 'any';
}
/**
 * Lists, by type, the members that a document's creations and changes set. A type that no operation creates is not there: what is
 * seeded may have any. Nothing is known where a creation has a mistake in it.
 */
export declare function listKnownMembers({ document, operations }: Contract): Map<string, KnownMembers>;
