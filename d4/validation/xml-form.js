import { isObject } from "../contract/is-object.js";
const forms = new WeakMap();
/** What the schemas of a value say of XML; the outermost that says something counts. */
export function xmlFormOf(shape) {
    let form = forms.get(shape);
    if (form === undefined)
        forms.set(shape, form = readForm(shape));
    return form;
}
function readForm(shape) {
    const said = shape.said('xml').filter(isObject);
    const find = (name) => said.find(xml => xml[name] !== undefined)?.[name];
    const text = (name) => {
        const value = find(name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const nodeType = find('nodeType');
    return {
        name: text('name'),
        prefix: text('prefix'),
        namespace: text('namespace'),
        place: nodeType === 'attribute' || nodeType === 'text' || nodeType === 'cdata' ? nodeType : find('attribute') === true ? 'attribute' : 'element',
        wrapped: find('wrapped') === true || nodeType === 'element'
    };
}
/** What the root element is called: as the schema has it, else like the component that it is; `undefined` where neither gives a name. */
export function rootNameOf(shape, reference) {
    return xmlFormOf(shape).name ?? componentOf(shape.said('$ref')[0]) ?? componentOf(`#${reference?.pointer}`);
}
function componentOf(ref) {
    return /^#\/components\/schemas\/([^/]+)$/.exec(String(ref))?.[1];
}
/** What the items of a list are called within the element of a list: as their schema has it, else like the list. */
export function itemNameOf(shape, listName) {
    return xmlFormOf(shape.items).name ?? listName;
}
/** Whether a value is a list, and nothing else. */
export function isList({ kinds }) {
    return kinds.has('array') && !kinds.has('object');
}
