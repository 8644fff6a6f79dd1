import { formatSeconds } from "../worlds/clock.js";
/** 2020-01-01T00:00:00Z, in seconds since 1970; and ten years. */
const START_S = 1_577_836_800;
const SPAN_S = 10 * 365 * 24 * 60 * 60;
/** What texts of a format look like: those of JSON Schema and OpenAPI, and some that documents commonly use. */
export const TEXT_FORMATS = {
    'date-time': instant,
    date: random => instant(random).slice(0, 10),
    time: random => instant(random).slice(11),
    duration: random => `P${1 + random.below(30)}DT${random.below(24)}H`,
    email: random => `${word(random)}@example.com`,
    'idn-email': random => `${word(random)}@example.com`,
    hostname: random => `${word(random)}.example.com`,
    'idn-hostname': random => `${word(random)}.example.com`,
    ipv4: random => `192.0.2.${random.below(256)}`,
    ipv6: random => `2001:db8::${(1 + random.below(0xfffe)).toString(16)}`,
    uri: link,
    url: link,
    iri: link,
    'uri-reference': random => `/${word(random)}`,
    'iri-reference': random => `/${word(random)}`,
    'uri-template': random => `https://example.com/${word(random)}/{id}`,
    uuid: random => random.uuid(),
    byte: random => btoa(word(random)),
    base64: random => btoa(word(random)),
    'json-pointer': random => `/${word(random)}`,
    'relative-json-pointer': random => `${random.below(10)}/${word(random)}`,
    regex: () => '^[a-z]+$',
    int32: whole,
    int64: whole,
    float: random => String(random.below(100_000) / 100),
    double: random => String(random.below(100_000) / 100),
    decimal: random => String(random.below(100_000) / 100)
};
function instant(random) {
    return formatSeconds((START_S + random.below(SPAN_S)) * 1000);
}
function link(random) {
    return `https://example.com/${word(random)}`;
}
function whole(random) {
    return String(random.below(1_000));
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Some small letters. */
function word(random) {
    return Array.from({ length: 4 + random.below(5) }, () => LETTERS.charAt(random.below(LETTERS.length))).join('');
}
