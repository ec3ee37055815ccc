/**
 * The block of addresses that one caller can choose among: 256 in IPv4, what one subscriber is given in IPv6. Counting
 * single addresses would count nothing.
 */
export function addressBlock(address: string): string {
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)
  if (v4) return `${v4[1]}.0/24`
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  if (!address.includes(':')) return address
  const first = head.split(':').filter((group) => group !== '')
  const missing = tail === undefined ? 0 : 8 - first.length - tail.split(':').filter((g) => g !== '').length
  const groups = [...first, ...Array.from({ length: missing }, () => '0')]
  return `${[0, 1, 2].map((at) => Number.parseInt(groups[at] ?? '0', 16).toString(16)).join(':')}::/48`
}
