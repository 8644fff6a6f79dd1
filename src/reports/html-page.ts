import { HTML_STYLE } from './html-style.ts'

/** The parts of a page; all but the title are HTML. */
export interface PageParts {
  readonly title: string
  /** What follows the title. */
  readonly lead: string
  readonly main: string
  readonly foot: string
}

/** Writes a report as one HTML file, which loads nothing and runs no script. */
export function htmlPage ({ foot, lead, main, title }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} – standin</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead}</header>
<main>
${main}</main>
<footer>
<p>${foot}</p>
</footer>
</body>
</html>
`
}
