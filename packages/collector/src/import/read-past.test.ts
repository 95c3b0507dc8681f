import { describe, expect, it } from 'vitest'
import { readPast, type PastResult, type ReadPastOptions } from './read-past.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const OPTIONS: ReadPastOptions = {
  form: 'csv',
  encoding: undefined,
  offset: undefined,
  map: [],
  set: [],
  now: NOW,
  version: '1.0.0',
}

/**
 * A file comes in pieces, as the disk gives it.
 *
 * @yields So many bytes of it.
 */
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(
  file: string | Uint8Array,
  options: Partial<ReadPastOptions> = {},
  size = 7,
): Promise<PastResult[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  return Array.fromAsync(readPast(inPieces(bytes, size), { ...OPTIONS, ...options }))
}

function eventOf(result: PastResult | undefined) {
  if (!result?.ok) throw new Error(result?.problem ?? 'There is no such row.')
  return result.event
}

const HEAD = 'userId,event,timestamp'
const TIME = '2026-11-01T00:00:00Z'

describe('a CSV file', () => {
  it('gives an event for each row, with its time as it is', async () => {
    const [result] = await read(`${HEAD}\nann,paid,2025-01-02T03:04:05Z\n`)
    expect(result).toMatchObject({ ok: true, at: Date.UTC(2025, 0, 2, 3, 4, 5), line: 2 })
    expect(eventOf(result)).toMatchObject({ type: 'track', event: 'paid', userId: 'ann' })
  })

  it('marks what it brings in by its sender', async () => {
    const [result] = await read(`${HEAD}\nann,paid,${TIME}`)
    expect(eventOf(result).context?.library?.name).toBe('firstwin-import')
  })

  it.each([
    ['commas, and lines that end in LF', `${HEAD}\nann,"pa,id",${TIME}\n`],
    ['CR LF', `${HEAD}\r\nann,"pa,id",${TIME}\r\n`],
    ['semicolons', `userId;event;timestamp\nann;pa,id;${TIME}\n`],
    ['tabs', `userId\tevent\ttimestamp\nann\tpa,id\t${TIME}`],
    ['the mark that Excel writes', `\u{feff}${HEAD}\nann,"pa,id",${TIME}`],
    ['empty lines', `${HEAD}\n\nann,"pa,id",${TIME}\n\n`],
  ])('may have %s', async (_, file) => {
    const results = await read(file)
    expect(results.map((result) => eventOf(result))).toMatchObject([{ event: 'pa,id' }])
  })

  it('may have quotes, separators and ends of lines in quotes, and says the right line after', async () => {
    const file = `userId,event,timestamp,traits.note\nann,paid,${TIME},"a ""b"", c\nd"\nben,paid,x,\n`
    const results = await read(file)
    expect(results.map(({ ok, line }) => [ok, line])).toEqual([
      [true, 2],
      [true, 2],
      [false, 4],
    ])
  })

  it.each([1, 2, 3, 1000])('is the same in pieces of %i bytes', async (size) => {
    const file = `${HEAD},properties.名前\r\nann,"支払""い",${TIME},"日\r\n本"\r\n`
    const [result] = await read(file, {}, size)
    expect(eventOf(result)).toMatchObject({ event: '支払"い', properties: { 名前: '日\r\n本' } })
  })

  it('may be in Shift_JIS, told from its bytes or named', async () => {
    const head = Buffer.from(`${HEAD}\nann,`)
    // 支払 in Shift_JIS.
    const paid = Buffer.from([0x8e, 0x78, 0x95, 0xa5])
    const file = Buffer.concat([head, paid, Buffer.from(`,${TIME}\n`)])
    expect(eventOf((await read(file))[0])).toMatchObject({ event: '支払' })
    const named = await read(file, { encoding: 'shift_jis' })
    expect(eventOf(named[0])).toMatchObject({ event: '支払' })
  })

  it('refuses rows alone, with their line and what is wrong', async () => {
    const file = `${HEAD}\nann,paid\n,paid,${TIME}\nann,paid,yesterday\nann,paid,2027-01-01T00:00:00Z\nann,paid,${TIME}`
    const results = await read(file)
    expect(results.map((one) => (one.ok ? 'fine' : `${one.line}: ${one.problem}`))).toEqual([
      '2: 2 fields where the first line has 3',
      '3: anonymousId: neither userId nor anonymousId is given',
      '4: timestamp: "yesterday" is no time',
      '5: timestamp: it lies in the future',
      'fine',
    ])
  })

  it('is refused as a whole where a quotation mark is never closed', async () => {
    await expect(read(`${HEAD}\nann,"paid,${TIME}\n`)).rejects.toThrow('Line 2: a quotation mark')
  })
})

describe('times', () => {
  it.each([
    ['2026-11-01 09:00', '+09:00', '2026-11-01T00:00:00.000Z'],
    ['2026/11/1 9:00:30', '+09:00', '2026-11-01T00:00:30.000Z'],
    ['2026-11-01', 'Z', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T09:00:00.25+0900', undefined, '2026-11-01T00:00:00.250Z'],
    ['1793491200', undefined, '2026-11-01T00:00:00.000Z'],
    ['1793491200000', undefined, '2026-11-01T00:00:00.000Z'],
  ])('%s in %s', async (time, offset, expected) => {
    const [result] = await read(`${HEAD}\nann,paid,${time}`, { offset })
    expect(eventOf(result).timestamp).toBe(expected)
  })

  it.each(['2026-11-01 09:00', '2026-02-31T00:00:00Z', '2026-11-01T25:00:00Z', ''])(
    'refuses %j without a word about the zone, or that is none',
    async (time) => {
      const [result] = await read(`${HEAD}\nann,paid,${time}`)
      expect(result?.ok).toBe(false)
    },
  )
})

describe('columns', () => {
  it('are what they are mapped to', async () => {
    const file = `Kunde,Was,Wann,Summe,Rest\n7,bezahlt,${TIME},12.50,x\n`
    const map = ['userId=Kunde', 'event=Was', 'timestamp=Wann', 'properties.amount=Summe']
    const [result] = await read(file, { map })
    expect(eventOf(result)).toMatchObject({ userId: '7', properties: { amount: 12.5 } })
    expect(result?.unused).toEqual(['Rest'])
  })

  it('are known by their names, whatever the case', async () => {
    const [result] = await read(`User ID,EVENT,time_stamp\nann,paid,${TIME}`)
    expect(eventOf(result)).toMatchObject({ userId: 'ann', event: 'paid' })
  })

  it('make traits of a user where there is no event', async () => {
    const file = `userId,timestamp,traits.plan,traits.seats,traits.zip,traits.trial\nann,${TIME},team,12,01234,TRUE`
    const [result] = await read(file)
    expect(eventOf(result)).toMatchObject({
      type: 'identify',
      traits: { plan: 'team', seats: 12, zip: '01234', trial: true },
    })
  })

  it('make both where a row says what happened and who it was', async () => {
    const results = await read(`${HEAD},traits.plan\nann,paid,${TIME},team\nben,paid,${TIME},`)
    expect(results.map((result) => [result.line, eventOf(result).type])).toEqual([
      [2, 'track'],
      [2, 'identify'],
      [3, 'track'],
    ])
    expect(eventOf(results[1])).toMatchObject({ userId: 'ann', traits: { plan: 'team' } })
  })

  it('may be the same for every row', async () => {
    const [result] = await read(`userId,timestamp\nann,${TIME}`, { set: ['event=signed_up'] })
    expect(eventOf(result)).toMatchObject({ event: 'signed_up' })
  })

  it.each(['userId', 'name=Kunde', 'traits.=x'])('cannot be mapped by %s', async (text) => {
    await expect(read(`${HEAD}\n`, { map: [text] })).rejects.toThrow('is no mapping')
  })
})

describe('a file of JSON lines', () => {
  it('gives an event for each line, and says which are none', async () => {
    const event = { userId: 'ann', event: 'paid', timestamp: TIME, properties: { amount: 3 } }
    const file = `${JSON.stringify(event)}\n{"userId":\n[]\n`
    const results = await read(file, { form: 'jsonl' })
    expect(eventOf(results[0])).toMatchObject({ event: 'paid', properties: { amount: 3 } })
    expect(results.slice(1)).toMatchObject([
      { ok: false, line: 2, problem: 'not JSON' },
      { ok: false, line: 3, problem: 'not an object' },
    ])
  })

  it('is mapped by places within its lines', async () => {
    const file = JSON.stringify({ user: { id: 'ann' }, name: 'paid', at: TIME })
    const map = ['userId=user.id', 'event=name', 'timestamp=at']
    const [result] = await read(file, { form: 'jsonl', map })
    expect(eventOf(result)).toMatchObject({ userId: 'ann', event: 'paid' })
  })
})

describe('the id of an event', () => {
  it('is the same at each import, in whatever order the columns stand', async () => {
    const [one] = await read(`${HEAD}\nann,paid,${TIME}`)
    const [other] = await read(`timestamp,event,userId\n${TIME},paid,ann`)
    expect(eventOf(one).messageId).toBe(eventOf(other).messageId)
  })

  it('is another one for another user, time or property', async () => {
    const file = `${HEAD},properties.n\nann,paid,${TIME},1\nben,paid,${TIME},1\nann,paid,2026-11-02T00:00:00Z,1\nann,paid,${TIME},2`
    const ids = (await read(file)).map((result) => eventOf(result).messageId)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('a line of JSON that goes too deep', () => {
  it('is refused, and the next one is read', async () => {
    const deep = `{"userId":"ann","event":"paid","timestamp":"${TIME}","properties":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
    const next = JSON.stringify({ userId: 'ben', event: 'paid', timestamp: TIME })
    const [first, second] = await read(`${deep}\n${next}`, { form: 'jsonl' }, 65_536)
    expect(first).toMatchObject({ ok: false, line: 1, problem: expect.stringContaining('deep') })
    expect(eventOf(second)).toMatchObject({ userId: 'ben' })
  })
})
