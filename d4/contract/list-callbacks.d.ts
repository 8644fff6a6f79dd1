import type { OpenAPIV3_1 as OpenApi } from 'openapi-types';
import type { CallbackDefinition, ContractSource } from './contract.ts';
/** Lists each method of each URL expression of an operation's callbacks. */
export declare function listCallbacks(source: ContractSource, callbacks: OpenApi.OperationObject['callbacks'], at: string): CallbackDefinition[];
/** Lists each method of a document's webhooks, which have no URL of their own. */
export declare function listWebhooks(source: ContractSource): CallbackDefinition[];
