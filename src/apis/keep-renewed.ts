import type { SecureContextOptions } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { loadCertificate } from '../tls/load-certificate.ts'
import type { Certificate, CertificateOptions } from '../tls/load-certificate.ts'
import { renewDaily } from '../tls/renew-daily.ts'

/** Keeps the certificate of an app renewed while it listens. */
export function keepRenewed (app: FastifyInstance, certificate: Certificate, options: CertificateOptions): void {
  // It was made for this run alone, as it could not be written: another one would have another authority.
  if (certificate.authority !== undefined && certificate.file === undefined) return
  let end = (): void => {}
  app.addHook('onListen', async () => {
    end = renewDaily({
      load: async () => await loadCertificate(options),
      use (renewed) {
        if (renewed.cert === certificate.cert) return
        // The admin API shows the same object.
        Object.assign(certificate, renewed)
        // A cast: the types are those of a server without TLS.
        const server = app.server as typeof app.server & { setSecureContext (options: SecureContextOptions): void }
        server.setSecureContext({ cert: renewed.cert, key: renewed.key })
      },
      failed: error => app.log.error(error, 'the certificate cannot be renewed')
    })
  })
  app.addHook('onClose', async () => end())
}
