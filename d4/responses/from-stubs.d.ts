import type { Operation } from '../contract/contract.ts';
import type { Find } from '../simulation/find.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiRequest } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
import type { ResponseSource } from './response-source.ts';
/** What stubs act within. */
export interface StubSurroundings {
    /** How the operation finds the one resource that stubs may speak of. */
    readonly find?: Find;
    readonly scopeOf: (request: ApiRequest, world: World) => Scope;
    /** What answers the requests that a stub passes on. */
    readonly next: ResponseSource;
}
/**
 * Answers with the stub of a world that matches, and takes one of its uses; a stub may pass the request on and decide only how it goes on.
 * To wait for its delay, and what goes wrong, is up to whoever sends the answer.
 */
export declare function fromStubs(operation: Operation, { find, next, scopeOf }: StubSurroundings): ResponseSource;
