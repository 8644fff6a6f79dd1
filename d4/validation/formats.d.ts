import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { FormatsPlugin } from 'ajv-formats';
/** Adds the formats of ajv-formats to a compiler, and ours. */
export declare function addFormats(ajv: Ajv2020, formats: FormatsPlugin): void;
