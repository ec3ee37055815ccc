/**
 * Who calls: the connection's own address, or what a trusted proxy says of it. A header from anybody else is an
 * opinion. The last address that is not a trusted proxy's counts: those before it were written by the caller.
 */
export function callerAddress(
  connection: string,
  forwarded: string | undefined,
  trusted: readonly string[],
): string {
  const chain = [...(forwarded ?? '').split(',').map((part) => part.trim()), connection].map(plain)
  const isTrusted = (address: string): boolean => trusted.includes(address)
  for (const address of chain.toReversed()) if (address !== '' && !isTrusted(address)) return address
  return plain(connection)
}

/** An IPv4 address inside IPv6 is that address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')
