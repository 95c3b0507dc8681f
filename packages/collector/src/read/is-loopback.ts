/**
 * Whether a `Host` header names this machine itself. A page elsewhere can make its own name point
 * to 127.0.0.1 (DNS rebinding) and so reach a server that listens there, but the browser then
 * sends that page's name.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** Whether an address that a server is bound to can be reached from this machine only. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
