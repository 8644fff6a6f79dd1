import type { OpenAPIV3_1 as OpenApi } from 'openapi-types';
import type { ContractSource, RequestBody, ResponseDefinition, SchemaReference } from './contract.ts';
/** What names responses: a status, a range of them, or the default. */
export declare const STATUS: RegExp;
/** Lists an operation's responses, those for one status before ranges, and `default` last. */
export declare function listResponses(source: ContractSource, responses: OpenApi.ResponsesObject | undefined, at: string): ResponseDefinition[];
/** Reads what an operation takes as its body. */
export declare function readBody(source: ContractSource, part: OpenApi.RequestBodyObject | OpenApi.ReferenceObject | undefined, at: string): RequestBody | undefined;
/** Makes a reference to a schema that stays where it is. */
export declare function toSchemaReference({ name, document }: ContractSource, schema: unknown, pointer: string): SchemaReference | undefined;
/** The parts of a document that stand under names; what is no object is left out. */
export declare function namedParts<Part>(parts: Readonly<Record<string, Part>> | undefined): Array<[name: string, part: Part]>;
