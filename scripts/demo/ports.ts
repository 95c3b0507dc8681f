import { Stop } from '../prepare/stop.js'

export interface Ports {
  appPort: number
  collectorPort: number
  smtpPort: number
}

interface Setting {
  name: string
  what: string
  fallback: number
}

const APP: Setting = { name: 'PORT', what: 'the example', fallback: 4170 }
const COLLECTOR: Setting = { name: 'COLLECTOR_PORT', what: 'the collector', fallback: 4180 }
const SMTP: Setting = { name: 'SMTP_PORT', what: 'the mail server', fallback: 4125 }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The ports to use: PORT, COLLECTOR_PORT and SMTP_PORT, or 4170, 4180 and 4125.
 * @throws {Stop} If one is not a port number, or two are the same.
 */
export function readPorts(env: Environment): Ports {
  const ports = {
    appPort: read(APP, env),
    collectorPort: read(COLLECTOR, env),
    smtpPort: read(SMTP, env),
  }
  if (new Set(Object.values(ports)).size < 3) {
    throw new Stop(
      `The example, the collector and the mail server need three different ports; they are ` +
        `${Object.values(ports).join(', ')}. Set PORT, COLLECTOR_PORT or SMTP_PORT.`,
    )
  }
  return ports
}

/** What to tell the reader when `port` is taken by another program. */
export function toTakenMessage(port: number, ports: Ports): string {
  const setting = [APP, COLLECTOR, SMTP].find((_, i) => Object.values(ports)[i] === port)
  return (
    `Port ${port}${setting ? ` (for ${setting.what})` : ''} is taken by another program.\n` +
    `Stop that program, or choose another port: ${setting?.name ?? 'PORT'}=${port + 1000} npm start`
  )
}

function read({ name, what, fallback }: Setting, env: Environment): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Stop(`${name}=${text} is not a port for ${what}: use a whole number from 1 to 65535.`)
}
