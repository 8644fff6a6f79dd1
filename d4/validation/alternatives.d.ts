import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaReference } from '../contract/contract.ts';
import type { Validate } from './schemas.ts';
/** The validators of the schemas within a keyword that failed; none where its place cannot be found. */
export declare function innerValidators({ document }: SchemaReference, { keyword, schema, parentSchema }: ErrorObject): Validate[];
