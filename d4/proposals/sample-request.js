import { FORM, isJson } from "../validation/media-type.js";
import { queryText } from "./query-text.js";
/** Makes up a request that an operation takes, with a credential where it asks for one. */
export function sampleRequest(operation, choices) {
    const { change = body => body, from, path = {}, query = {}, samples } = choices;
    const valueOf = ({ schema }) => schema === undefined ? 'a' : samples.any(schema, from, 'request');
    const required = operation.parameters.filter(parameter => parameter.required);
    const [headers, cookies] = ['header', 'cookie'].map(place => required.filter(parameter => parameter.in === place).map(parameter => [parameter.name, textOf(valueOf(parameter))]));
    const inQuery = new Map(required.filter(parameter => parameter.in === 'query').map(parameter => [parameter.name, valueOf(parameter)]));
    for (const [name, value] of Object.entries(query))
        inQuery.set(name, value);
    const credentials = credentialsFor(operation.security[0] ?? []);
    const cookieText = [...cookies ?? [], ...credentials.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const content = contentOf(operation);
    const body = content?.schema === undefined ? undefined : change(samples.any(content.schema, from, 'request'));
    const url = operation.path.replace(/\{([^{}]+)\}/g, (_match, name) => {
        const parameter = operation.parameters.find(one => one.in === 'path' && one.name === name);
        return encodeURIComponent(path[name] ?? (parameter === undefined ? 'a' : textOf(valueOf(parameter))));
    });
    return {
        method: operation.method,
        url: url + queryText([...inQuery, ...credentials.query], operation.parameters),
        headers: {
            ...Object.fromEntries([...headers ?? [], ...credentials.headers]),
            ...cookieText !== '' && { cookie: cookieText },
            ...body !== undefined && { 'content-type': contentTypeOf(content?.name) }
        },
        payload: body === undefined ? undefined : bodyText(body, content?.name)
    };
}
function contentOf({ body }) {
    const content = body?.content ?? [];
    return content.find(({ name }) => isJson(name)) ?? content.find(({ name }) => name === FORM) ?? content[0];
}
const MULTIPART = 'multipart/form-data';
const BOUNDARY = 'part';
function contentTypeOf(name = '*/*') {
    if (name.includes('*'))
        return 'application/json';
    return name === MULTIPART ? `${name}; boundary=${BOUNDARY}` : name;
}
function bodyText(body, name) {
    if (name !== FORM && name !== MULTIPART)
        return JSON.stringify(body);
    const members = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    if (name === MULTIPART)
        return [...members.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${textOf(value)}\r\n`), `--${BOUNDARY}--\r\n`].join('');
    return new URLSearchParams(Object.fromEntries(members.map(([name, value]) => [name, textOf(value)]))).toString();
}
function credentialsFor(schemes) {
    const found = { headers: [], query: [], cookies: [] };
    for (const { definition } of schemes) {
        if (definition.type === 'apiKey') {
            const place = definition.in === 'header' ? found.headers : definition.in === 'query' ? found.query : found.cookies;
            place.push([definition.name, 'key']);
            continue;
        }
        const isBasic = definition.type === 'http' && definition.scheme.toLowerCase() === 'basic';
        found.headers.push(['authorization', isBasic ? `Basic ${Buffer.from('a:b').toString('base64')}` : 'Bearer token']);
    }
    return found;
}
function textOf(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
