import type { MediaType } from '../contract/contract.ts';
import type { BodyReading } from './parse-body.ts';
import type { Shape } from './shape.ts';
import type { Violation } from './violation.ts';
/** Reads XML as the value that its schema describes by `xml`: names, attributes, wrapped lists and namespaces. */
export declare function parseXml(text: string, declared: MediaType | undefined): BodyReading;
/** Reads XML as the value that a shape describes; tells what is wrong with it that no schema can see. */
export declare function readXml(text: string, shape: Shape, tell: (violation: Violation) => void, rootName?: string): unknown;
