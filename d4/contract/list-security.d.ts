import type { OpenApiDocument, SecurityScheme } from './contract.ts';
/** Lists the alternatives of an operation's security; empty where one of them asks for nothing. */
export declare function listSecurity(document: OpenApiDocument, requirements: unknown): SecurityScheme[][];
