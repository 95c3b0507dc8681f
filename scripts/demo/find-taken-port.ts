import { createServer } from 'node:net'

/** `localhost` is the one or the other, and browsers try both. ::1 is missing on some machines. */
const HOSTS = ['127.0.0.1', 'localhost']

/** The first of these ports that another program listens on; `undefined` if all are free. */
export async function findTakenPort(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) {
    for (const host of HOSTS) {
      if (!(await isFree(port, host))) return port
    }
  }
  return undefined
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host }, () => server.close(() => resolve(true)))
  })
}
