import type { World } from '../worlds/world.ts';
import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Step } from './step.ts';
/** Reads `requires`: ids that must exist. Every one that does not is a problem, in the order in which they are declared and given. */
export declare function compileRequires(declaration: Declaration, language: OperationLanguage): Step;
/** Tells whether an id exists in a world: seeded, created, or taken to exist by its type. */
export declare function exists(type: ResourceType, id: unknown, world: World): boolean;
