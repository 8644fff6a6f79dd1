import { defineConfig } from 'vitepress'
import { readSidebar } from './read-sidebar.ts'
import { unlinkSources } from './unlink-sources.ts'

export default defineConfig({
  title: 'standin',
  description: 'A stand-in server for the HTTP APIs that your code depends on',
  lang: 'en',
  outDir: '../site',
  cacheDir: '../.cache/vitepress',
  // The project's own esbuild, which takes the place of an older one, does not write for older browsers.
  vite: { build: { target: 'es2022' } },
  markdown: { config: unlinkSources },
  themeConfig: {
    sidebar: readSidebar(),
    outline: [2, 3],
    search: { provider: 'local' }
  }
})
