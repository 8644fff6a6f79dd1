import t from 'tap'
import { healthUrl } from '../../src/cli/health.ts'
import { runBinary, startBinary } from './run-binary.ts'

t.test('a server is asked where it listens', async t => {
  const { url } = await startBinary(t)
  const { port } = new URL(url)
  t.match(await runBinary(t, ['health', '--port', port]), { exitCode: 0, stdout: /is up/ })
  t.match(await runBinary(t, ['health', '--port', port, '--tls']), { exitCode: 1, stderr: /https:.*did not respond/ })
  t.match(await runBinary(t, ['health', '--port', '0']), { exitCode: 2, stderr: /--port must be the one .* but is 0/ })
  t.match(await runBinary(t, ['health', '--prot', port]), { exitCode: 2, stderr: /--port/ })
})

t.test('the address of the check follows host and TLS', async t => {
  const urlOf = (host: string, options: { tls?: boolean, cert?: string } = {}) => healthUrl({ host, port: 80, options })
  t.equal(urlOf('0.0.0.0'), 'http://127.0.0.1:80/__admin/health')
  t.equal(urlOf('::', { tls: true }), 'https://[::1]:80/__admin/health')
  t.equal(urlOf('10.0.0.5', { cert: 'a.pem' }), 'https://10.0.0.5:80/__admin/health')
})
