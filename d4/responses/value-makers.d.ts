import type { Make } from './make.ts';
import type { SchemaReader } from './schema-reader.ts';
/** The makers of values of a document's schemas; each is made ready when it is first used, and kept. */
export declare class ValueMakers {
    #private;
    constructor(reader: SchemaReader);
    /** The maker of values that fit some schemas together. */
    of(schemas: readonly unknown[], decided?: ReadonlySet<object>): Make;
    isHidden(schemas: readonly unknown[]): boolean;
}
