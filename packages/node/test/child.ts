import { createClient } from '../src/index.ts'

// A server of a customer, to be killed: tracks without end, and says each id that it was promised.
const [endpoint = '', folder = '', mode = ''] = process.argv.slice(2)
const client = createClient({ endpoint, key: 'pk_test', folder, onWarning: () => undefined })

async function trackOne(index: number): Promise<void> {
  const event = `${process.pid}-${index}`
  if (await client.track({ userId: 'u_1', event })) process.stdout.write(`${event}\n`)
}

if (mode === 'once') {
  await trackOne(0)
  // Lives until it is told to end; then nothing of the client's may keep it.
  process.stdin.resume()
} else {
  for (let index = 0; ; index += 5) {
    await Promise.all([0, 1, 2, 3, 4].map((more) => trackOne(index + more)))
    if (index % 50 === 0) void client.flush()
  }
}
