import type { Operation } from '../contract/contract.ts';
/** A path, taken apart. */
export interface PathParts {
    /** The segments of the collection, without those for one of its things. */
    readonly base: readonly string[];
    /** The parameter that names one of its things: `petId` of `/pets/{petId}`. */
    readonly id: string | undefined;
    /** What is done with the one thing or with all: `cancel` of `/jobs/{id}/cancel` and `/jobs/{id}:cancel`. */
    readonly verb: string | undefined;
}
/** Takes the path of an operation apart: `/users/{userId}/orders/{orderId}` is one of the orders of a user. */
export declare function pathParts({ path }: Pick<Operation, 'path'>): PathParts;
/** The key of a collection, the same whatever its parameters are called: `users/{}/orders`. */
export declare function baseKey({ base }: PathParts): string;
/** The parameters of the collections above: `userId` of `/users/{userId}/orders`, in their order. */
export declare function parentParameters({ base }: PathParts): string[];
/** The name of a collection: `orders`. */
export declare function collectionName({ base }: PathParts): string;
