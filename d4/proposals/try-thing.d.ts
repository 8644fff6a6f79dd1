import type { LeftOut } from './suggestion.ts';
import type { ProposedThing } from './proposal.ts';
import type { Stage } from './stage.ts';
/** Tries what is proposed for things of one kind from their creation to their end; answers what did not work. */
export declare function tryThing({ operations, thing }: ProposedThing, api: string, stage: Stage): Promise<LeftOut[]>;
