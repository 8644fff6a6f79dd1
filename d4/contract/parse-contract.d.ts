import type { OnTheWay } from './check-references.ts';
import type { Contract } from './contract.ts';
import type { ContractOrigin, Draft } from './draft.ts';
/** Reads an OpenAPI document, YAML or JSON, that is 3.1 or 3.2 and in one file. Throws one error that lists all that keeps it from being served. */
export declare function parseContract(text: string, origin: ContractOrigin): Contract;
/** Makes a contract of a document in the form of OpenAPI 3.1, which is mended in place where that is needed. */
export declare function toContract({ document: value, origins, origin: { file, mount, name }, texts, warnings }: Draft, onTheWay?: OnTheWay): Contract;
