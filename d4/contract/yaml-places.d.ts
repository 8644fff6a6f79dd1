import type { Place } from './contract.ts';
import type { DocumentReading } from './read-document.ts';
/** Reads a YAML text; says where it is not YAML. */
export declare function readYamlWithPlaces(text: string): DocumentReading;
/** Tells where JSON pointers lead in a YAML text. */
export declare function createYamlLocator(text: string): (pointer: string) => Place;
