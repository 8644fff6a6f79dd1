import type { FastifyInstance, RouteOptions } from 'fastify';
/** Refuses what finds no route: another method with those that there are, another path with the nearest that there is. */
export declare function refuseUnknownPaths(app: FastifyInstance, routes: readonly RouteOptions[]): void;
