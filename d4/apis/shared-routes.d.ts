import type { FastifyRequest } from 'fastify';
import type { Api, OperationContext } from './api.ts';
/** Tells which operation a request is for, of those that are served at its route. */
export type ChooseOperation = (request: FastifyRequest) => OperationContext;
/** The operations that are served at one route. */
export type SharedRoute = readonly [OperationContext, ...OperationContext[]];
/** Lists the operations of an API, those together that the router could not tell apart. */
export declare function listRoutes(api: Api): SharedRoute[];
/**
 * Chooses among operations that share a route by what their paths end in: of `/#Action=AddTags`, `/{Bucket}#acl` and `/files?upload`, the
 * query or the headers of a request must have the members. It is for the one of which most holds, or else the first.
 */
export declare function chooseAmong(contexts: SharedRoute): ChooseOperation;
