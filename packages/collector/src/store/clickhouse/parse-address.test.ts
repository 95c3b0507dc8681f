import { describe, expect, it } from 'vitest'
import { isClickHouseAddress, parseAddress } from './parse-address.ts'

describe('parseAddress', () => {
  it('reads everything there is', () => {
    const text = 'clickhouse://fw:p%40ss:word@db1,db2:9123/events?cluster=main&quorum=3&wait=50'
    expect(parseAddress(text)).toEqual({
      hosts: ['http://db1:8123', 'http://db2:9123'],
      user: 'fw',
      password: 'p@ss:word',
      database: 'events',
      cluster: 'main',
      quorum: 3,
      waitMs: 50,
    })
  })

  it('needs a host only', () => {
    expect(parseAddress('clickhouse://localhost')).toEqual({
      hosts: ['http://localhost:8123'],
      user: 'default',
      password: '',
      database: 'firstwin',
      cluster: undefined,
      quorum: undefined,
      waitMs: 500,
    })
  })

  it('takes HTTPS, at the port that it has there', () => {
    expect(parseAddress('clickhouses://a:b@[::1]/x').hosts).toEqual(['https://[::1]:8443'])
  })

  it.each([
    ['clickhouse://', 'not an address'],
    ['clickhouse://host/x; DROP TABLE y', 'named by letters'],
    ['clickhouse://host/db?cluster=`x`', 'named by letters'],
    ['clickhouse://host/db?replicas=2', '"replicas" is no option'],
    ['clickhouse://host/db?quorum=0', '"quorum" is a number'],
    ['clickhouse://host/db?wait=1e9', '"wait" is a number'],
    ['clickhouse://secret%:secret@host/db', 'has a % that is not one'],
    ['clickhouse://secret:secret@ho st/db', '"ho st" is no host'],
  ])('refuses %s, without a word of the password', (text, reason) => {
    expect(() => parseAddress(text)).toThrow(reason)
    expect(() => parseAddress(text)).not.toThrow('secret:')
  })

  it('is told from other addresses', () => {
    expect(isClickHouseAddress('clickhouse://host')).toBe(true)
    expect(isClickHouseAddress('sqlite:file')).toBe(false)
  })
})
