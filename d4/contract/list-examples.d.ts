import type { OpenAPIV3_1 as OpenApi } from 'openapi-types';
import type { ContractSource, Example } from './contract.ts';
/** Lists a media type's examples in the document's order; one without a name is called `default`. */
export declare function listExamples(source: ContractSource, { example, examples }: OpenApi.MediaTypeObject, at: string): Example[];
