import type { ServerResponse } from 'node:http'

/** Server-sent events to all open pages: that the clock moved, that a mail came in. */
export interface LiveFeed {
  tell: (event: 'clock' | 'inbox' | 'changed', data: unknown) => void
  /** Keeps `response` open and writes to it from now on. */
  add: (response: ServerResponse) => void
}

export function createLiveFeed(): LiveFeed {
  const open = new Set<ServerResponse>()
  return {
    tell(event, data) {
      const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      for (const response of open) response.write(message)
    },
    add(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 1000\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
  }
}
