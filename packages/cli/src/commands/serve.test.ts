import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createTerminal, startServe } from '../../test/run-cli.ts'

const OWNER_ONLY = 0o600

function modeOf(file: string): number {
  return statSync(file).mode & 0o777
}

describe('serve, the first time', () => {
  it('makes both keys, and keeps them for their owner only', async () => {
    const { file } = await startServe()
    expect(readFileSync(file('firstwin-data/write-key'), 'utf8')).toMatch(/^pk_live_\w{48}\n$/)
    expect(modeOf(file('firstwin-data/write-key'))).toBe(OWNER_ONLY)
    expect(modeOf(file('firstwin-data/read-key'))).toBe(OWNER_ONLY)
  })

  it('prints a script tag that is ready to paste', async () => {
    const { printed, file, url } = await startServe()
    const key = readFileSync(file('firstwin-data/write-key'), 'utf8').trim()
    const tag = printed.join('\n')
    expect(tag).toContain(`data-endpoint="${url}/v1/batch"`)
    expect(tag).toContain(`data-key="${key}"`)
  })

  it('C26 names the address that it was given, whatever others call it', async () => {
    const { printed } = await startServe(['--public-url', 'https://first.example.com/'])
    expect(printed.join()).toContain('data-endpoint="https://first.example.com/v1/batch"')
  })

  it('C13 CLI1 says where the read key is, never what it is', async () => {
    const { printed, complained, file, stop } = await startServe()
    await stop()
    const key = readFileSync(file('firstwin-data/read-key'), 'utf8').trim()
    const all = [...printed, ...complained].join('\n')
    expect(all).toContain('cat firstwin-data/read-key')
    expect(all).not.toContain(key)
  })

  it('takes what its own script tag says', async () => {
    const { file, url } = await startServe()
    const writeKey = readFileSync(file('firstwin-data/write-key'), 'utf8').trim()
    const body = JSON.stringify({ writeKey, sentAt: '2026-11-22T03:00:00Z', batch: [] })
    const headers = { 'content-type': 'text/plain' }
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', body, headers })
    expect(await answer.json()).toMatchObject({ accepted: 0, rejected: [] })
  })

  it('hands the script tag that it prints to its results screen', async () => {
    const { file, url, printed } = await startServe()
    const key = readFileSync(file('firstwin-data/read-key'), 'utf8').trim()
    const headers = { authorization: `Bearer ${key}` }
    const { scriptTag } = await (await fetch(`${url}/v1/journeys`, { headers })).json()
    expect(scriptTag).toContain(`data-endpoint="${url}/v1/batch"`)
    expect(printed.join('\n')).toContain(scriptTag)
  })

  it('shows results to those with the read key only', async () => {
    const { file, url } = await startServe()
    const key = readFileSync(file('firstwin-data/read-key'), 'utf8').trim()
    const headers = { authorization: `Bearer ${key}` }
    expect((await fetch(`${url}/v1/journeys`)).status).toBe(401)
    expect((await fetch(`${url}/v1/journeys`, { headers })).status).toBe(200)
  })

  it('speaks Japanese where the terminal does', async () => {
    const { printed } = await startServe([], { language: 'ja' })
    expect(printed.join('\n')).toContain('このタグをページに入れてください')
  })
})

describe('serve, again', () => {
  it('goes on with the keys that it made', async () => {
    const { file, run, stop } = await startServe()
    await stop()
    const before = readFileSync(file('firstwin-data/write-key'), 'utf8')
    expect(await run('serve', '--port', '0')).toBe(0)
    expect(readFileSync(file('firstwin-data/write-key'), 'utf8')).toBe(before)
  })

  it('ends well when it is told to stop', async () => {
    const { printed, stop } = await startServe()
    expect(await stop()).toBe(0)
    expect(printed.at(-1)).toContain('All events that were accepted are on disk.')
  })

  it('writes one JSON object a line with --log json', async () => {
    const { printed, stop } = await startServe(['--log', 'json'])
    await stop()
    expect(printed.map((line) => JSON.parse(line).time)).toEqual(
      printed.map(() => '2026-11-22T03:00:00.000Z'),
    )
  })
})

describe('serve, what it hands out', () => {
  const journey = '{"format":1,"id":"welcome","locale":"en","wins":[],"paths":[],"guides":[]}'

  it('C25 gives the journey to every page, and tells when it has not changed', async () => {
    const terminal = createTerminal()
    writeFileSync(terminal.file('a.journey.json'), journey)
    const { url } = await startServe(['--journey', terminal.file('a.journey.json')])
    const first = await fetch(`${url}/journeys/welcome.json`)
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await first.json()).toMatchObject({ id: 'welcome', compiled: 1 })
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${url}/journeys/welcome.json`, {
      // As it comes back through a proxy that compresses.
      headers: { 'if-none-match': `"other", W/${etag}` },
    })
    expect(again.status).toBe(304)
  })

  it('C25 knows no other methods there', async () => {
    const terminal = createTerminal()
    writeFileSync(terminal.file('a.journey.json'), journey)
    const { url } = await startServe(['--journey', terminal.file('a.journey.json')])
    const answer = await fetch(`${url}/journeys/welcome.json`, { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('hands out the script tag under its version, and no other file of its folder', async () => {
    const terminal = createTerminal()
    writeFileSync(terminal.file('firstwin.js'), 'run()')
    writeFileSync(terminal.file('secret.txt'), 'x')
    const scriptDir = pathToFileURL(`${terminal.folder}/`)
    const { url, printed } = await startServe([], { scriptDir })
    expect(await (await fetch(`${url}/1.0.0/firstwin.js`)).text()).toBe('run()')
    expect((await fetch(`${url}/1.0.0/secret.txt`)).status).toBe(404)
    expect(printed.join('\n')).toContain(`src="${url}/1.0.0/firstwin.js"`)
  })

  it('T19 names the hash of what it hands out in the tag that it prints', async () => {
    const terminal = createTerminal()
    writeFileSync(terminal.file('firstwin.js'), 'run()')
    const scriptDir = pathToFileURL(`${terminal.folder}/`)
    const { url, printed } = await startServe([], { scriptDir })
    const answer = await fetch(`${url}/1.0.0/firstwin.js`)
    const hash = createHash('sha384')
      .update(await answer.text())
      .digest('base64')
    const tag = printed.join('\n')
    expect(tag).toContain(`integrity="sha384-${hash}"`)
    // Of another origin the browser compares only what it may read.
    expect(tag).toContain('crossorigin="anonymous"')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('T19 names no hash of a file that it does not have', async () => {
    const terminal = createTerminal()
    const scriptDir = pathToFileURL(`${terminal.folder}/none/`)
    const { printed } = await startServe([], { scriptDir })
    const tag = printed.join('\n')
    expect(tag).toContain('src="https://cdn.example.com/firstwin.js"')
    expect(tag).not.toContain('integrity')
  })
})

describe('serve, told how much may come', () => {
  const rateOf = async (...args: string[]) => {
    const { file, url } = await startServe(args)
    const writeKey = readFileSync(file('firstwin-data/write-key'), 'utf8').trim()
    const body = JSON.stringify({ writeKey, batch: [] })
    const headers = { 'content-type': 'text/plain' }
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', body, headers })
    return answer.headers.get('ratelimit-policy')
  }

  it.each([
    [[], '"key";q=10000;w=2, "address";q=2000;w=10'],
    [['--rate-per-address', '20'], '"key";q=10000;w=2, "address";q=200;w=10'],
    [['--rate-per-address', '20:100'], '"key";q=10000;w=2, "address";q=100;w=5'],
    [['--rate-per-key', '300'], '"key";q=600;w=2, "address";q=2000;w=10'],
  ])('%j: does as it is told', async (args, policy) => {
    expect(await rateOf(...args)).toBe(policy)
  })
})

describe('serve, of several products', () => {
  const write = (terminal: ReturnType<typeof createTerminal>, products: unknown): string => {
    writeFileSync(terminal.file('server-key'), 'sk_0123456789abcdef', { mode: 0o600 })
    writeFileSync(terminal.file('products.json'), JSON.stringify(products))
    return terminal.file('products.json')
  }

  it('shows each one its own script tag', async () => {
    const terminal = createTerminal()
    const products = write(terminal, [
      { key: 'pk_a', origins: '*' },
      { key: 'pk_b', origins: '*' },
    ])
    const args = ['--products', products, '--public-url', 'https://first.example.com']
    const { file, url } = await startServe(args)
    const key = readFileSync(file('firstwin-data/read-key'), 'utf8').trim()
    const headers = { authorization: `Bearer ${key}` }
    const answer = await fetch(`${url}/v1/journeys?key=pk_b`, { headers })
    const { scriptTag } = await answer.json()
    expect(scriptTag).toContain('data-key="pk_b"')
    expect(scriptTag).toContain('data-endpoint="https://first.example.com/v1/batch"')
  })

  it('takes each one by its own key, and knows its servers by theirs', async () => {
    const terminal = createTerminal()
    const serverKeyFile = terminal.file('server-key')
    const products = write(terminal, [
      { key: 'pk_a', origins: ['https://a.example.com'], serverKeyFile },
      { key: 'pk_b', origins: '*' },
    ])
    const { url } = await startServe(['--products', products])
    const headers = { authorization: 'Bearer sk_0123456789abcdef' }
    const asked = (key: string) => fetch(`${url}/v1/users/u/export?key=${key}`, { headers })
    expect((await asked('pk_a')).status).toBe(200)
    expect((await asked('pk_b')).status).toBe(404)
  })

  it.each([
    [{}, 'a list of products is expected'],
    [[{ key: 'a' }], 'product 1: `origins` is missing'],
    [[{ key: 'a', origin: '*' }], '"origin" is not known'],
    [[{ key: 'a', origins: '*', identity: { mode: 'on' } }], '`mode` is off, observe or enforce'],
  ])('says what is wrong with %j', async (products, message) => {
    const terminal = createTerminal()
    const args = ['--port', '0', '--products', write(terminal, products)]
    expect(await terminal.run('serve', ...args)).toBe(2)
    expect(terminal.complained.join()).toContain(message)
  })
})

describe('serve, told wrongly', () => {
  it.each([
    [['--port', 'x'], '--port x is not a port'],
    [['--retention', '1y'], 'write it in days, 400d for example'],
    [['--log', 'xml'], 'text and json are'],
    [['--drain', '1h'], 'give seconds'],
    [['--rate-per-key', '0'], '--rate-per-key 0 is no rate'],
    [['--rate-per-address', '200/2000'], 'give requests a second, 200'],
    [['--rate-per-address', '200:0'], '200:2000'],
    [['--trust-proxy', 'yes'], 'from 0 to 9'],
    [['--store', 'oracle://scott:tiger@x'], '--store:'],
    [['--journey', 'none.json'], 'There is no file none.json'],
    [['--public-url', 'first'], 'write https://first.example.com'],
    [['--prot', '1'], 'serve --help'],
  ])('%j: says what to do instead', async (args, message) => {
    const { run, complained } = createTerminal()
    expect(await run('serve', '--port', '0', ...args)).toBe(2)
    expect(complained.join('\n')).toContain(message)
    expect(complained.join('\n')).not.toContain('tiger')
  })

  it('CLI1 refuses a read key that every user of the machine can read', async () => {
    const { run, complained, file } = createTerminal()
    writeFileSync(file('key'), 'a'.repeat(32), { mode: 0o644 })
    expect(await run('serve', '--port', '0', '--read-key-file', 'key')).toBe(2)
    expect(complained.join('\n')).toContain('chmod 600 key')
  })

  it('says that the port is taken, and leaves the store closed', async () => {
    const { url } = await startServe()
    const { run, complained } = createTerminal()
    expect(await run('serve', '--port', new URL(url).port)).toBe(1)
    expect(complained.join('\n')).toContain('is taken')
  })
})
