import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/read/csv.ts'
import { runCollector } from '../running-collector.ts'
import { batch, identify, MINUTE, START, started, win } from '../wire.ts'

describe('C20 a cell', () => {
  const rows: [value: string, written: string][] = [
    ['=cmd|calc', "'=cmd|calc"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t\'=1"'],
    ['\r=1', '"\'\r\'=1"'],
    ['\n=1', '"\'\n\'=1"'],
    ['\tx', '"\'\tx"'],
    [' =1', "' =1"],
    ['\u3000＝1', "'\u3000＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['Ada;=1', '"Ada;\'=1"'],
    ['Ada; \t@x', '"Ada; \t\'@x"'],
    ['a-b=c', 'a-b=c'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a,b', '"a,b"'],
    ['日本語', '日本語'],
  ]
  it.each(rows)('of %j is a text: %j', (value, written) => {
    expect(toCsv([[value]])).toBe(`\uFEFF${written}\r\n`)
  })

  it('of a number is a number', () => {
    expect(toCsv([[-1, true, undefined]])).toBe('\uFEFF-1,true,\r\n')
  })
})

it('C20 the results are exported without formulas', async () => {
  const { clock, send, url } = await runCollector()
  clock.now = START + 9 * MINUTE
  await send(
    batch(
      [
        started({ user: '=u1' }),
        identify({ name: '=cmd|calc' }, { user: '=u1' }),
        win('sent', 'aha', { user: '=u1', at: START + 6 * MINUTE }),
      ],
      clock.now,
    ),
  )
  const answer = await fetch(`${url}/v1/results.csv?journey=mail-tool`)
  const [head, aha] = (await answer.text()).split('\r\n')
  expect(head).toBe('journey,tier,person,signed_in,name,reached,win,ms,measured_by,device_ms')
  expect(aha).toBe("mail-tool,aha,'=u1,true,'=cmd|calc,true,sent,360000,collector,")
  expect(answer.headers.get('content-disposition')).toContain('attachment')
})
