import { isIPv6 } from 'node:net'

/**
 * The address of whoever sent a request, as far as it can be believed: `hops` proxies of ours stand
 * before us, each of which has appended the address that it saw to `X-Forwarded-For`. With 0 that
 * header is not looked at, since anybody can write it. `undefined` if nobody knows.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string | undefined {
  if (hops === 0 || forwardedFor === undefined) return peer
  const seen = forwardedFor.split(',').map((address) => address.trim())
  return seen.at(-hops) ?? seen[0]
}

/**
 * What an address counts as when requests are limited: one of IPv6 as its /64, which is the least
 * that a provider gives to one customer.
 */
export function toNetwork(given: string): string {
  const address = withoutPort(given)
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const first = groups(head)
  const last = tail === undefined ? [] : groups(tail)
  const middle = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return `${[...first, ...middle, ...last].slice(0, 4).join(':')}::/64`
}

/** Some proxies append the port too, which is another one each time. */
function withoutPort(address: string): string {
  const found = /^(\d+\.\d+\.\d+\.\d+):\d+$|^\[([^\]]+)\](?::\d+)?$/.exec(address)
  return found?.[1] ?? found?.[2] ?? address
}

function groups(text: string): string[] {
  if (text === '') return []
  return text.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
