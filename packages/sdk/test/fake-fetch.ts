import type { World } from './use-world.ts'

export interface Sent {
  body: string
  type: string | null
}

/** For tests: answers requests to this address with yes, and keeps what they carry. */
export function fakeFetch(world: World, address: string): readonly Sent[] {
  const sent: Sent[] = []
  const original = globalThis.fetch
  const fetch: typeof original = async (input, init) => {
    if (input !== address) return await original(input, init)
    // As the browser would send it.
    const type = new Request(address, init).headers.get('content-type')
    sent.push({ body: await new Response(init?.body ?? null).text(), type })
    return new Response('{"accepted":1,"duplicates":0,"rejected":[]}')
  }
  Object.assign(globalThis, { fetch })
  world.undo(() => Object.assign(globalThis, { fetch: original }))
  return sent
}
