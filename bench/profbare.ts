import { mkdtempSync } from 'node:fs'
import { CASES } from './cases/cases.ts'
import { createWrk } from './load/wrk.ts'
import { chooseCores } from './servers/cores.ts'
import { startServer } from './servers/server-process.ts'
import { recordReplies } from './servers/record-replies.ts'
import { cpuSeconds } from './servers/process-usage.ts'
const [name = '', dir = '', out = ''] = process.argv.slice(2)
const cores = chooseCores(); const directory = mkdtempSync('/tmp/ab-')
const load = createWrk(cores, directory, 'x')
const c = CASES.find(c => c.name.startsWith(name))!
const server = await startServer({ name: dir, command: [process.execPath, `${dir}/cli/main.js`, '--port', '0'], core: cores.server, ready: /listens on (\S+)/ })
const plan = await c.prepare(server.url)
const replies = await recordReplies(server.url, plan, directory)
import { writeFileSync } from 'node:fs'; const file = directory + '/r.json'; writeFileSync(file, JSON.stringify(replies))
const bare = await startServer({ name: 'bare', command: [process.execPath, '--cpu-prof', '--cpu-prof-interval', '100', `--cpu-prof-dir=${out}`, '-e', `process.on('SIGTERM', () => process.exit()); process.argv[2] = process.argv[1]; import('${process.cwd()}/bench/servers/bare-node.js')`, file], core: cores.server, ready: /listens on (\S+)/ })
await load.run(bare.url, plan, 3)
const b = cpuSeconds(bare.pid)!; const r = await load.run(bare.url, plan, 5)
console.log('cpu/request', (cpuSeconds(bare.pid)! - b) / r.requests * 1e6)
process.kill(bare.pid, 'SIGTERM'); await new Promise(r => setTimeout(r, 1500)); process.exit()
