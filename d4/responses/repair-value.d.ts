import type { ErrorObject } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from '../contract/contract.ts';
import type { Run } from './make.ts';
import type { SchemaReader } from './schema-reader.ts';
import type { ValueMakers } from './value-makers.ts';
/** What new parts of a value are made with. */
export interface RepairMeans {
    readonly document: OpenApiDocument;
    readonly makers: ValueMakers;
    readonly reader: SchemaReader;
    readonly run: Run;
}
/** Puts right what a validator found wrong with a value, each place by what is said of it; the value itself stays as it is. */
export declare function repairValue(value: unknown, errors: readonly ErrorObject[], means: RepairMeans): unknown;
