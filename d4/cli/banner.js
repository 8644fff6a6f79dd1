/** Past this many, an API's operations are counted instead of listed. */
const LISTED_OPERATIONS = 25;
/** What start-up prints: where it listens, which operations it serves, and where the admin API is. */
export function bannerText({ version, url, contracts }) {
    const shown = contracts.flatMap(({ operations }) => operations.slice(0, LISTED_OPERATIONS));
    const methodWidth = Math.max(0, ...shown.map(({ method }) => method.length));
    const pathWidth = Math.max(0, ...shown.map(({ path }) => path.length));
    const parts = contracts.map(contract => [
        `${contract.name}: ${contract.document.info.title}${contract.basePath === '' ? '' : `, at ${contract.basePath}`}`,
        ...contract.operations.slice(0, LISTED_OPERATIONS).map(({ method, path, id }) => `  ${method.padEnd(methodWidth)}  ${path.padEnd(pathWidth)}  ${id}`),
        ...moreThanListed(contract.operations.length)
    ].join('\n'));
    return [`standin ${version} listens on ${url}`, ...parts, `admin: ${url}/__admin (to try it: ${url}/__admin/docs)`].join('\n\n');
}
function moreThanListed(count) {
    return count > LISTED_OPERATIONS ? [`  and ${count - LISTED_OPERATIONS} more: see /__admin/operations`] : [];
}
