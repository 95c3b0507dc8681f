import type { ServerResponse } from 'node:http'

/** Server-sent events to all open pages: that the clock moved, that a mail came in. */
export interface LiveFeed {
  tell: (event: 'clock' | 'inbox' | 'changed', data: unknown) => void
  /** Keeps `response` open and writes to it from now on, beginning with what the clock shows. */
  add: (response: ServerResponse, reading: unknown) => void
}

export function createLiveFeed(): LiveFeed {
  const open = new Set<ServerResponse>()
  return {
    tell(event, data) {
      const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      for (const response of open) response.write(message)
    },
    add(response, reading) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      // The clock may have moved since the page was made.
      response.write(`retry: 1000\n\nevent: clock\ndata: ${JSON.stringify(reading)}\n\n`)
      open.add(response)
      response.on('close', () => open.delete(response))
    },
  }
}
