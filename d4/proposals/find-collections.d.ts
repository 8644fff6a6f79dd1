import type { Contract, Operation, SchemaReference } from '../contract/contract.ts';
/** The operations of a document that have to do with things of one kind: what creates them, and what is done with them. */
export interface Collection {
    /** `users/{}/orders` */
    readonly key: string;
    /** What its paths call it: `orders`. */
    readonly name: string;
    /** How one of its things is shown. */
    readonly item: SchemaReference;
    /** The parameter of the path that names one of them. */
    readonly id: string | undefined;
    readonly creates: readonly Operation[];
    readonly read: Operation | undefined;
    readonly list: Operation | undefined;
    readonly update: Operation | undefined;
    readonly patch: Operation | undefined;
    readonly delete: Operation | undefined;
    readonly cancels: readonly Operation[];
}
/** What may be made of a group of operations, or why nothing. */
export type Finding = {
    readonly kind: 'collection';
    readonly collection: Collection;
} | {
    readonly kind: 'none';
    readonly name: string;
    readonly reason: 'nothing creates' | 'nothing shows' | 'no object';
};
/** The statuses with which creations are answered, the plainest first. */
export declare const CREATED: string[];
/** Finds the collections of a document, and the groups of operations that look like some and cannot be acted out. */
export declare function findCollections({ operations }: Pick<Contract, 'operations'>): Finding[];
