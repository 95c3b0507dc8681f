import { createServer, type Server } from 'node:http'
import { findAxeViolations } from './axe.ts'
import { expect, test } from './test.ts'

/* That axe finds what is wrong, also where the page's policy would refuse its script. */

test.use({ baseURL: 'http://localhost' })

const POLICY =
  "default-src 'none'; style-src 'nonce-s'; require-trusted-types-for 'script'; trusted-types 'none'"

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><title>Page</title>
    <style nonce="s">@keyframes in { from { opacity: 0.2 } } p { animation: in 600ms }</style></head>
    <body><main><h1>Page</h1>${body}</main></body></html>`
}

/** Serves the body that stands in the address. */
function serve(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const body = decodeURIComponent((request.url ?? '').slice(1))
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY })
    response.end(page(body))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ server, url: `http://127.0.0.1:${port}/` })
    })
  })
}

test('passes a page in order, once its text has faded in', async ({ page: tab }) => {
  const { server, url } = await serve()
  await tab.goto(url + encodeURIComponent('<p>Some text</p>'))
  expect(await findAxeViolations(tab)).toEqual([])
  server.close()
})

test('names what is wrong', async ({ page: tab }) => {
  const { server, url } = await serve()
  await tab.goto(url + encodeURIComponent('<button></button>'))
  expect(await findAxeViolations(tab)).toEqual([expect.stringContaining('button-name')])
  server.close()
})
