import type { Declaration } from '../simulation/declaration.ts';
import type { ResourceType } from '../simulation/resource-type.ts';
import type { Way } from '../worlds/settings.ts';
/** Reads `simulate`: the way that what a request creates takes. */
export declare function parseWay(declaration: Declaration, creates: ResourceType | undefined): Way;
