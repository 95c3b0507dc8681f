import { fileURLToPath } from 'node:url'
import { createDemoClock } from './demo-clock.ts'
import { startMailTool } from './start.ts'

/** Starts the example alone: PORT, SMTP_PORT, DATA_DIR, FIRSTWIN_SCRIPTS, FIRSTWIN_ENDPOINT. */
const { env } = process
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

try {
  const tool = await startMailTool({
    port: Number(env['PORT'] ?? 4300),
    smtpPort: Number(env['SMTP_PORT'] ?? 4325),
    dataDir: env['DATA_DIR'] ?? fromHere('../../../../.data/mail-tool'),
    clock: createDemoClock(),
    firstwin: {
      scriptDir: env['FIRSTWIN_SCRIPTS'] ?? fromHere('../../../../packages/sdk/dist/script'),
      endpoint: env['FIRSTWIN_ENDPOINT'] ?? 'http://127.0.0.1:4310/v1/batch',
      key: env['FIRSTWIN_KEY'] ?? 'pk_demo',
    },
  })
  process.stdout.write(`Binsen: ${tool.url}\nInbox:  ${tool.url}/inbox\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void tool.stop())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
