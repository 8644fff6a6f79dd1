import type { Declaration } from '../simulation/declaration.ts';
import type { StoredStub } from '../worlds/store.ts';
import type { Mistakes } from './mistakes.ts';
import type { Stubbed } from './stubbed.ts';
import { compileWhen } from './when.ts';
import type { When } from './when.ts';
/** What the requests of a stub must have, read. */
export interface ParsedWhen {
    readonly when: When;
    readonly matches: ReturnType<typeof compileWhen>;
    readonly calls: StoredStub['calls'];
}
/** Reads what a stub's requests must have. Refuses what no valid request of the operation could have. */
export declare function parseWhen(declaration: Declaration, { finds, operation }: Pick<Stubbed, 'finds' | 'operation'>, mistakes: Mistakes): ParsedWhen;
