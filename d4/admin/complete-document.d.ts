import type { SwaggerTransformObject } from '@fastify/swagger';
/** Adds to the admin API's document what holds for all of its operations: the world's header, and the form of errors. */
export declare const completeDocument: SwaggerTransformObject;
