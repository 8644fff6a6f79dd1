import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
/**
 * Makes the compiler of the admin API's request schemas. Each is compiled when it is first used; all that is wrong with a part
 * is told at once, in the words that the APIs use; nothing is coerced but the texts of a query.
 */
export declare function createRequestCheck(): FastifySchemaCompiler<FastifySchema>;
