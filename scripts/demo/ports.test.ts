import { describe, expect, it } from 'vitest'
import { readPorts, toTakenMessage } from './ports.ts'

describe('readPorts', () => {
  it('takes the usual ones where nothing is set', () => {
    expect(readPorts({ PORT: '' })).toEqual({ appPort: 4170, collectorPort: 4180, smtpPort: 4125 })
  })

  it('takes what is set', () => {
    expect(readPorts({ PORT: '5000', SMTP_PORT: '5025' })).toMatchObject({
      appPort: 5000,
      smtpPort: 5025,
    })
  })

  it.each(['0', '70000', '12.5', 'abc', '-1'])(
    'refuses PORT=%s and says what a port is',
    (PORT) => {
      expect(() => readPorts({ PORT })).toThrow(`PORT=${PORT} is not a port`)
    },
  )

  it('refuses one port for two', () => {
    expect(() => readPorts({ PORT: '4180' })).toThrow('three different ports')
  })
})

describe('toTakenMessage', () => {
  it('names the port, whose it is, and the setting that moves it', () => {
    const message = toTakenMessage(4180, readPorts({}))
    expect(message).toContain('Port 4180 (for the collector) is taken')
    expect(message).toContain('COLLECTOR_PORT=5180 npm start')
  })
})
