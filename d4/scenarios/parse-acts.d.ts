import { Declaration } from '../simulation/declaration.ts';
import type { Mistakes } from './mistakes.ts';
import type { Act } from './stub.ts';
import type { Stubbed } from './stubbed.ts';
/** How the replies of a stub are read. */
export interface ActsUse {
    readonly stubbed: Stubbed;
    readonly contract: 'on' | 'off';
    readonly mistakes: Mistakes;
}
/** Reads what a stub does: its `reply`, its `simulate` or its `sequence`, and its `fault`. */
export declare function parseActs(stub: Declaration, use: ActsUse): Act[];
