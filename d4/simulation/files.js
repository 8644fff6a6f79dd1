import { createHmac } from 'node:crypto';
import { FileNotAvailable, FileNotFound, FileSignatureWrong } from "../errors.js";
import { nearest } from "../contract/nearest.js";
import { compileEach } from "./declaration.js";
import { repeatRows } from "./rows.js";
import { withoutDeclared } from "./shown-members.js";
import { compileTemplate } from "./template.js";
/** Reads `files` of a resource type. */
export function compileFiles(declaration, { rowFiles, statuses, vocabulary }) {
    const declared = declaration.members(['name', 'count', 'rows', 'repeat', 'header', 'mediaType', 'while', 'validFor'], ['name', 'rows', 'mediaType']);
    const { name, rows, mediaType } = declared;
    if (name === undefined || rows === undefined || mediaType === undefined)
        return declaration.refuse('needs "name", "rows" and "mediaType"');
    return compileEach({
        name: () => compileName(name, Number(declared.count?.value ?? 1), vocabulary),
        rows: () => compileRows(rows, rowFiles, vocabulary),
        count: () => declared.count?.integer(0) ?? 1,
        repeat: () => declared.repeat?.integer(1) ?? 1,
        header: () => declared.header?.integer(0) ?? 0,
        mediaType: () => mediaType.text(),
        availableIn: () => new Set(declared.while?.words('status', statuses) ?? statuses),
        validForMs: () => declared.validFor?.duration()
    });
}
function compileName(declaration, count, vocabulary) {
    if (count > 1 && !/\$n(?![A-Za-z])/.test(declaration.text()))
        declaration.refuse(`all ${count} files would have one name: put {$n} into it`);
    return compileTemplate(declaration, { ...vocabulary, heads: new Set([...vocabulary.heads, 'n']) });
}
function compileRows(declaration, rowFiles, vocabulary) {
    const name = declaration.text();
    if (rowFiles !== undefined && !name.includes('$') && !rowFiles.has(name)) {
        const near = nearest(name, rowFiles.names());
        declaration.refuse(`there is no file of rows "${name}" among the fixtures${near === undefined ? '' : `, did you mean "${near}"?`}`);
    }
    return compileTemplate(declaration, vocabulary);
}
/** The path under which files are served. */
export const FILES_PATH = '/__files';
/** A resource's files, with URLs that lead back to its world. */
export function listFiles(subject, scope) {
    return openFiles(subject, scope).map(({ name, size }) => ({ url: fileUrl(name, subject, scope), name, size }));
}
/** A resource's files with their content, which is made when it is read. */
export function openFiles(subject, scope) {
    const { resource, type } = subject;
    const declared = type.files;
    if (declared === undefined)
        return [];
    const count = resource.files?.count ?? declared.count;
    const repeat = resource.files?.repeat ?? declared.repeat;
    const own = withoutDeclared(subject, scope);
    const rows = scope.rowFiles.read(String(declared.rows(own)), declared.header);
    return Array.from({ length: count }, (_, index) => {
        const name = String(declared.name({ ...own, fileNumber: index + 1 }));
        const { size, chunks } = repeatRows(rows, repeat, scope.world.seedFor(`${type.id} ${resource.id} ${name}`));
        return { name, mediaType: declared.mediaType, size, chunks };
    });
}
/** The file that a URL names. Throws `FileNotFound`, `FileSignatureWrong` or `FileNotAvailable`. */
export function openSignedFile(name, signature, subject, scope) {
    const { resource, type, position } = subject;
    const file = openFiles(subject, scope).find(candidate => candidate.name === name);
    if (file === undefined)
        throw new FileNotFound(name, resource.id);
    if (signature.value !== sign(name, signature.expires, subject, scope.world))
        throw new FileSignatureWrong(name);
    if (signature.expires !== undefined && Number(signature.expires) <= scope.now)
        throw new FileNotAvailable(name, 'its URL has expired: ask for a new one');
    if (position.status !== undefined && !type.files?.availableIn.has(position.status))
        throw new FileNotAvailable(name, `${type.id} "${resource.id}" is ${position.status}`);
    return file;
}
function fileUrl(name, subject, { world, now, request }) {
    const { resource, type } = subject;
    const validForMs = type.files?.validForMs;
    const expires = validForMs === undefined ? undefined : String(now + validForMs);
    const query = `${expires === undefined ? '' : `expires=${expires}&`}signature=${sign(name, expires, subject, world)}`;
    return `${request.baseUrl}${FILES_PATH}/${type.id}/${encodeURIComponent(resource.id)}/${encodeURIComponent(name)}?${query}`;
}
function sign(name, expires, { resource, type }, world) {
    return createHmac('sha256', world.seedFor('file signatures'))
        .update(JSON.stringify([type.id, resource.id, name, expires ?? null]))
        .digest('base64url');
}
