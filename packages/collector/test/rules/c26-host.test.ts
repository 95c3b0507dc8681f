import { expect, it } from 'vitest'
import { rawRequest } from '../raw-request.ts'
import { runCollector } from '../running-collector.ts'
import { READ_KEY, READING } from '../tenants.ts'

const paths = ['/', '/healthz', '/nothing', ...READING.map(([, path]) => path)]
it.each(paths)('C26 nothing in the answer of %s comes from the names of the host', async (path) => {
  const { server } = await runCollector({ readKey: READ_KEY })
  const evil = 'evil.example'
  const headers = {
    host: evil,
    forwarded: `host=${evil};proto=https`,
    'x-forwarded-host': evil,
    'x-forwarded-server': evil,
    'x-original-url': `https://${evil}/`,
  }
  const answer = await rawRequest({ port: server.port, path, headers })
  expect(JSON.stringify(answer)).not.toContain(evil)
})
