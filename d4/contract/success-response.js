/** What an operation answers when all is well: its lowest 2xx, else `2XX`, else `default`, else what is documented first. */
export function successResponse({ responses }) {
    const [lowest] = responses.filter(({ status }) => /^2\d\d$/.test(status)).sort((a, b) => Number(a.status) - Number(b.status));
    return lowest ?? responses.find(({ status }) => status === '2XX') ?? responses.find(({ status }) => status === 'default') ?? responses[0];
}
/** The status with which a documented response is given: `2XX` is 200, and so is `default`. */
export function statusOf({ status }) {
    return status === 'default' ? 200 : Number(status.replace('XX', '00'));
}
