import { build } from 'esbuild'

/** Bundles modules of a folder into one that Node can import, and saves it. Packages and JSX are left as they are. */
export async function bundle (entryPoint: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // Nothing renders: elements are made by a function that every runtime has.
    jsxFactory: 'Object',
    logLevel: 'silent'
  })
}
