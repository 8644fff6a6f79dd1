/** Of each document, no more are told. */
const MAX_TOLD = 3;
/** What start-up tells of documents that are served in spite of mistakes; where exactly is found by `standin check`, which has the time. */
export function listWarnings(contracts) {
    return contracts.filter(({ warnings }) => warnings.length > 0).flatMap(({ file, warnings }) => [
        `${file} is served in spite of ${warnings.length} ${warnings.length === 1 ? 'mistake' : 'mistakes'}; "standin check ${file}" tells all:`,
        ...warnings.slice(0, MAX_TOLD).map(warning => `  ${warning.file}#${warning.pointer ?? ''} ${warning.message}`)
    ]);
}
