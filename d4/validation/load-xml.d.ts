/** Loads what reads and writes XML, when it is first needed: most APIs have none. */
export declare function loadXml(): typeof import('fast-xml-parser');
