import type { World } from '../worlds/world.ts';
import type { RequestFacts, Scope } from './scope.ts';
import type { ApiSimulation } from './simulation.ts';
/** What goes for all requests to an API. */
export type ScopeSurroundings = Pick<ApiSimulation, 'limits'> & Pick<Scope, 'announce' | 'rowFiles'>;
/** The scope in which all templates of one request are filled in. */
export declare function createScope(request: RequestFacts, world: World, { announce, limits, rowFiles }: ScopeSurroundings): Scope;
