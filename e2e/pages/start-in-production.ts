/** Runs in the page before its own scripts: the host asks for the settings of production. */
export function startInProduction(): void {
  type Call = [method: string, args: unknown[]]
  const stub: { q: Call[] } = { q: [['init', [{ debug: false }]]] }
  const get = (_: object, name: string): unknown =>
    Reflect.get(stub, name) ?? ((...args: unknown[]) => void stub.q.push([name, args]))
  Reflect.set(globalThis, 'firstwin', new Proxy(stub, { get }))
}
