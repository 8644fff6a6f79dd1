/** The style of the page: by the system's colours, from 320 px on, and for paper. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f5f6f8; --line: #d5d9e0; --text: #1b1f27; --quiet: #565e6c;
  --good: #15703c; --bad: #b3261e; --some: #8a5a00; --link: #1a56c4;
  --good-fill: #3aa667; --some-fill: #e0a83a; --rest: #dfe3e9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --panel: #1d2128; --line: #363c47; --text: #e7e9ed; --quiet: #a3abb9;
    --good: #6fd396; --bad: #ff8d84; --some: #f0bf63; --link: #8ab4ff;
    --good-fill: #3c9d63; --some-fill: #c08d2c; --rest: #363c47;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
h3 { margin: 1rem 0 .25rem; font-size: .85rem; font-weight: 600; color: var(--quiet); }
p { margin: .25rem 0; }
code { font: .85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
ul { margin: 0; padding: 0; list-style: none; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--quiet); font-size: .85rem; }
.quiet { color: var(--quiet); }
.good { color: var(--good); } .bad { color: var(--bad); } .some { color: var(--some); }
.total { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; margin-top: 1.25rem; }
.total b { font-size: 2.75rem; line-height: 1.1; font-variant-numeric: tabular-nums; }
.verdicts { margin-top: 1rem; }
.verdicts li { display: flex; gap: .6rem; padding: .15rem 0; }
.bar { display: block; height: .5rem; border-radius: .25rem; background: var(--rest); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--some-fill); }
.bar i.all { background: var(--good-fill); }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; }
thead th { font-size: .85rem; font-weight: 600; color: var(--quiet); }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.wide { width: 40%; }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .5rem; background: var(--panel); }
summary {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem;
  padding: .6rem .9rem; cursor: pointer; list-style: none;
}
summary::-webkit-details-marker { display: none; }
summary > :first-child::before { content: "▸"; display: inline-block; width: 1.1em; color: var(--quiet); }
details[open] > summary > :first-child::before { content: "▾"; }
summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .5rem; }
summary .quiet { font-size: .85rem; font-variant-numeric: tabular-nums; }
.inside { padding: 0 .9rem .8rem; }
.inside > :first-child { margin-top: 0; }
.cells li { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .1rem 0; }
.cells .place { font-size: .8rem; }
.entry { padding: .6rem 0 .6rem .9rem; margin: .5rem 0; border-left: 3px solid var(--line); }
.entry.bad-edge { border-color: var(--bad); } .entry.some-edge { border-color: var(--some); }
.message { white-space: pre-wrap; }
@media (max-width: 40rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  td.wide, th.wide { display: none; }
  .total b { font-size: 2.25rem; }
}
@media print { details { break-inside: avoid; } }
`
