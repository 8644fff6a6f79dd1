import { getByPointer } from "../contract/json-pointer.js";
import { isObject } from "../contract/is-object.js";
import { TypeNames } from "./types-names.js";
import { operationMember } from "./types-operation.js";
import { interfaceBody, schemaType } from "./types-schema.js";
import { block, blockOrNone, commentLines, quoted, union } from "./types-text.js";
/** Writes contracts as TypeScript, for the client to be typed by. */
export function typesText({ contracts, types, name = 'Contracts' }) {
    const names = new TypeNames([name]);
    const operations = contracts.flatMap(contract => contract.operations.map(operation => operationMember(operation, contract, names)));
    const resources = [...types].map(({ id, lifecycles, statuses }) => `${quoted(id)}: ${block([`status: ${union([...statuses].map(quoted))}`, `lifecycle: ${union([...lifecycles.keys()].map(quoted))}`])}`);
    // Writing one may name further ones.
    const declarations = Array.from(names.all(), named => declaration(named, names));
    return `${[
        `// Written by "standin types" from ${contracts.map(({ file }) => file).join(', ')}. Do not edit: write it again.`,
        `/** The operations and resources of the contracts, to be given to the client: \`standin<${name}>(url)\`. */\n` +
            `export interface ${name} ${block([`operations: ${blockOrNone(operations)}`, `resources: ${blockOrNone(resources)}`])}`,
        ...declarations
    ].join('\n\n')}\n`;
}
function declaration({ name, pointer, source }, names) {
    const schema = getByPointer(source.document, pointer);
    const comment = isObject(schema) ? commentLines(schema.description) : [];
    const members = interfaceBody(schema, { source, names });
    const text = members === undefined
        ? `export type ${name} = ${schemaType(schema, { source, names, self: pointer })}`
        : `export interface ${name} ${members}`;
    return [...comment, text].join('\n');
}
