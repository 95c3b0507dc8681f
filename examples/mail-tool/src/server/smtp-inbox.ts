import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { StoredMail } from './store.ts'
import { portError } from './port-error.ts'

export interface SmtpInboxOptions {
  /** 0 takes any free one. */
  port: number
  host: string
  now: () => number
  /** The mail is accepted once this has resolved. */
  keep: (mail: StoredMail) => Promise<void>
}

export interface SmtpInbox {
  port: number
  stop: () => Promise<void>
}

const MAX_MAIL_BYTES = 2 * 1024 * 1024
const PREVIEW_LENGTH = 120

/**
 * A mail server that accepts every mail for everybody and keeps it in one inbox.
 * @throws If the port is taken or not allowed.
 */
export async function startSmtpInbox(options: SmtpInboxOptions): Promise<SmtpInbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    logger: false,
    onData(stream, _session, done) {
      void receive(stream, options, done)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, options.port, 'SMTP_PORT')))
    server.listen(options.port, options.host, resolve)
  })
  server.on('error', () => undefined) // A sender that hangs up is no concern of the others.
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function receive(
  stream: SMTPServerDataStream,
  options: SmtpInboxOptions,
  done: (error?: Error) => void,
): Promise<void> {
  try {
    await keepMail(stream, options)
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

async function keepMail(stream: SMTPServerDataStream, options: SmtpInboxOptions): Promise<void> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(new Uint8Array(Buffer.from(chunk)))
  const mail = await PostalMime.parse(Buffer.concat(chunks))
  const text = mail.text ?? ''
  await options.keep({
    id: randomUUID(),
    from: { name: mail.from?.name ?? '', mail: mail.from?.address ?? '' },
    to: { name: mail.to?.[0]?.name ?? '', mail: mail.to?.[0]?.address ?? '' },
    subject: mail.subject ?? '',
    preview: text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH),
    receivedAt: options.now(),
    read: false,
    html: mail.html ?? '',
  })
}
