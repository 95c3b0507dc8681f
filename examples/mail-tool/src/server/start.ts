import { createServer, type Server } from 'node:http'
import { createTransport } from 'nodemailer'
import { complain } from './complain.ts'
import type { DemoClock } from './demo-clock.ts'
import { createLiveFeed } from './live-feed.ts'
import type { FirstwinTag, MailTool, OutgoingMail } from './mail-tool.ts'
import { portError } from './port-error.ts'
import { sendDue } from './send-due.ts'
import { serve } from './serve.ts'
import { startSmtpInbox } from './smtp-inbox.ts'
import { openStore, type Store } from './store.ts'

export interface MailToolOptions {
  /** 0 takes any free one; so does `smtpPort`. */
  port: number
  smtpPort: number
  /** Made if it is not there. */
  dataDir: string
  firstwin: FirstwinTag
  clock: DemoClock
  /** @default '127.0.0.1' */
  host?: string
}

export interface RunningMailTool {
  /** Without a slash at the end. */
  url: string
  smtpPort: number
  /** Resolves once everything is on disk and both ports are free. Calling it twice is safe. */
  stop: () => Promise<void>
}

const SCHEDULE_INTERVAL_MS = 5_000

/**
 * Starts the product, its mail server and its inbox.
 * @throws If a port is taken, or `dataDir` cannot be written.
 */
export async function startMailTool(options: MailToolOptions): Promise<RunningMailTool> {
  const { clock, host = '127.0.0.1' } = options
  const store = await openStore(options.dataDir)
  restoreClock(clock, store)
  const live = createLiveFeed()
  const smtp = await startSmtpInbox({
    port: options.smtpPort,
    host,
    now: clock.now,
    async keep(mail) {
      store.state.inbox.unshift(mail)
      await store.save()
      live.tell('inbox', {})
    },
  })

  const transport = createTransport({ host, port: smtp.port, ignoreTLS: true, pool: true })
  let url = ''
  const tool: MailTool = {
    store,
    clock,
    live,
    firstwin: options.firstwin,
    url: () => url,
    post: async (mail: OutgoingMail) => void (await transport.sendMail(mail)),
    sending: new Set(),
  }
  const server = createServer((request, response) => void serve(request, response, tool))
  try {
    url = `http://${host}:${await listen(server, options.port, host)}`
  } catch (error) {
    transport.close()
    await smtp.stop()
    throw error
  }
  const stopTimers = followClock(tool)

  async function stop(): Promise<void> {
    stopTimers()
    transport.close()
    await Promise.all([close(server), smtp.stop()])
    await store.save()
  }
  return { url, smtpPort: smtp.port, stop }
}

/** The demo goes on in the time it was left in, unless the clock was already set. */
function restoreClock(clock: DemoClock, { state }: Store): void {
  const reading = clock.reading()
  const untouched = reading.kind === 'running' && reading.offsetMs === 0
  if (untouched && state.clockOffsetMs !== 0) clock.move(state.clockOffsetMs)
}

/** Tells the pages of a moved clock, and sends what has become due. */
function followClock(tool: MailTool): () => void {
  const timer = setInterval(() => void sendDue(tool).catch(complain), SCHEDULE_INTERVAL_MS)
  timer.unref()
  const unfollow = tool.clock.onChange((reading) => {
    tool.store.state.clockOffsetMs = tool.clock.now() - Date.now()
    tool.live.tell('clock', reading)
    void tool.store.save().then(() => sendDue(tool), complain)
  })
  return () => {
    clearInterval(timer)
    unfollow()
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port, 'PORT')))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
