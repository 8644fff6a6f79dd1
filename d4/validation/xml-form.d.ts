import type { SchemaReference } from '../contract/contract.ts';
import type { Shape } from './shape.ts';
/** How a value is written in XML (OpenAPI 3.1, XML Object; 3.2 says it by `nodeType`). */
export interface XmlForm {
    readonly name: string | undefined;
    readonly prefix: string | undefined;
    readonly namespace: string | undefined;
    readonly place: 'element' | 'attribute' | 'text' | 'cdata';
    /** Whether the items of a list stand in an element of their own. */
    readonly wrapped: boolean;
}
/** What the schemas of a value say of XML; the outermost that says something counts. */
export declare function xmlFormOf(shape: Shape): XmlForm;
/** What the root element is called: as the schema has it, else like the component that it is; `undefined` where neither gives a name. */
export declare function rootNameOf(shape: Shape, reference?: SchemaReference): string | undefined;
/** What the items of a list are called within the element of a list: as their schema has it, else like the list. */
export declare function itemNameOf(shape: Shape, listName: string): string;
/** Whether a value is a list, and nothing else. */
export declare function isList({ kinds }: Shape): boolean;
