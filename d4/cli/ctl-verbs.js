const FILTERS = { operation: 'ID', status: 'STATUS', source: 'SOURCE', limit: 'N' };
/** The verbs of `standin ctl`. Parsing and the help text both go by them. */
export const CTL_VERBS = [
    { words: ['health'], help: 'whether it answers', toRequest: () => get('/health') },
    { words: ['worlds'], help: 'the worlds that there are', toRequest: () => get('/worlds') },
    { words: ['reset'], help: 'the world back to its start', toRequest: () => ({ method: 'POST', path: '/reset' }) },
    { words: ['clock', 'get'], isDefault: true, help: 'the time of the world', toRequest: () => get('/clock') },
    { words: ['clock', 'freeze'], takes: ['[INSTANT]'], help: 'stop the clock', toRequest: ([now]) => ({ method: 'PUT', path: '/clock', body: json({ mode: 'frozen', now }) }) },
    { words: ['clock', 'run'], takes: ['[INSTANT]'], help: 'set the clock going', toRequest: ([now]) => ({ method: 'PUT', path: '/clock', body: json({ mode: 'running', now }) }) },
    {
        words: ['clock', 'advance'],
        takes: ['[DURATION]'],
        flags: { to: 'INSTANT|next|idle' },
        help: 'move the clock on: PT1H, or --to idle',
        toRequest: ([by], { to }) => ({ method: 'POST', path: '/clock/advance', body: json({ by, to }) })
    },
    { words: ['scenario', 'list'], isDefault: true, help: 'the scenarios, and which run', toRequest: () => get('/scenarios') },
    {
        words: ['scenario', 'start'],
        takes: ['NAME'],
        flags: { param: 'K=V', add: undefined },
        help: 'start a scenario, beside those that run with --add',
        toRequest: ([name = ''], { add, param }) => ({ method: 'POST', path: `/scenarios/${encodeURIComponent(name)}/start`, body: json({ parameters: readParameters(param), add }) })
    },
    { words: ['scenario', 'stop'], help: 'stop the scenarios that run', toRequest: () => ({ method: 'POST', path: '/scenarios/stop' }) },
    { words: ['stub', 'list'], isDefault: true, help: 'the stubs', toRequest: () => get('/stubs') },
    { words: ['stub', 'add'], takes: ['JSON|-'], help: 'add a stub', toRequest: ([text]) => ({ method: 'POST', path: '/stubs', body: textBody(text) }) },
    { words: ['stub', 'delete'], takes: ['ID'], help: 'delete a stub', toRequest: ([id = '']) => ({ method: 'DELETE', path: `/stubs/${encodeURIComponent(id)}` }) },
    {
        words: ['requests'],
        flags: { follow: undefined, ...FILTERS },
        help: 'the journal; with --follow what comes from now on',
        follows: ({ follow }) => follow === true,
        toRequest: (_args, { follow, ...filters }) => ({ ...get(follow === true ? '/requests/stream' : '/requests'), query: texts(filters) })
    },
    { words: ['verify'], takes: ['JSON|-'], help: 'whether requests came as expected', toRequest: ([text]) => ({ method: 'POST', path: '/requests/verify', body: textBody(text) }) },
    { words: ['verification'], help: 'all that is not as it should be', toRequest: () => get('/verification') },
    {
        words: ['resources'],
        takes: ['[TYPE]', '[ID]'],
        help: 'the types; the resources of one; a resource',
        toRequest: args => get(['/resources', ...args.map(encodeURIComponent)].join('/'))
    },
    {
        words: ['status'],
        takes: ['TYPE', 'ID', 'STATUS'],
        help: 'force a resource into a status',
        toRequest: ([type = '', id = '', status]) => ({ method: 'PUT', path: `/resources/${encodeURIComponent(type)}/${encodeURIComponent(id)}/status`, body: json({ status }) })
    },
    { words: ['settings', 'get'], isDefault: true, help: 'the settings', toRequest: () => get('/settings') },
    { words: ['settings', 'patch'], takes: ['JSON|-'], help: 'change settings', toRequest: ([text]) => ({ method: 'PATCH', path: '/settings', body: textBody(text) }) },
    { words: ['settings', 'reset'], help: 'bring back the defaults', toRequest: () => ({ method: 'DELETE', path: '/settings' }) },
    {
        words: ['callbacks', 'list'],
        isDefault: true,
        flags: { state: 'STATE', wait: 'DURATION', count: 'N' },
        help: 'the callbacks; with --wait once so many are there',
        toRequest: (_args, flags) => ({ ...get('/callbacks'), query: texts(flags) })
    },
    {
        words: ['callbacks', 'fire'],
        takes: ['NAME', '[URL]'],
        help: 'send a webhook or a callback of a document',
        toRequest: ([name = '', url]) => ({ method: 'POST', path: `/callbacks/${encodeURIComponent(name)}`, body: json({ url }) })
    }
];
function get(path) {
    return { method: 'GET', path };
}
function json(value) {
    return { kind: 'value', value };
}
function textBody(text = '') {
    return { kind: 'text', text };
}
function texts(flags) {
    return Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value === undefined ? undefined : String(value)]));
}
/** Reads `retries=3`: a value that is JSON is that, another is a text. */
function readParameters(given) {
    if (!Array.isArray(given))
        return undefined;
    return Object.fromEntries(given.map((text) => {
        const [, name = '', value = ''] = /^([^=]*)=?([^]*)$/.exec(text) ?? [];
        return [name, readValue(value)];
    }));
}
function readValue(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
