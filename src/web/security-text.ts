import type { PublicApp } from '../ui/request.ts'

/** /.well-known/security.txt (RFC 9116), when the installation says whom to write to; it expires after a year of running. */
export function securityRoutes(app: PublicApp, contact: string | undefined): void {
  if (contact === undefined) return
  app.get('/.well-known/security.txt', (c) => {
    const expires = new Date(c.var.now.getTime() + 365 * 86_400_000).toISOString()
    return c.text(`Contact: mailto:${contact}\nExpires: ${expires}\nPreferred-Languages: fr, en\n`)
  })
}
