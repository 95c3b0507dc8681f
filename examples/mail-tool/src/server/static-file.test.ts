import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { staticFile } from './static-file.ts'

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url))
const FILM = 'media/send.mp4'

const ask = (name: string, headers = {}) => staticFile(PUBLIC, name, { headers })

describe('staticFile', () => {
  it.each([
    ['bytes=0-99', 100],
    ['bytes=100-', undefined],
    ['bytes=-50', 50],
  ])('gives the part %s of a film', async (range, length) => {
    const whole = (await ask(FILM))?.body.length ?? 0
    const part = await ask(FILM, { range })
    expect(part?.status).toBe(206)
    expect(part?.body.length).toBe(length ?? whole - 100)
    expect(part?.headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${whole}$`))
  })

  it('refuses a part that is not there', async () => {
    expect((await ask(FILM, { range: 'bytes=99999999-' }))?.status).toBe(416)
  })

  it('does not send again what the browser has', async () => {
    const etag = (await ask(FILM))?.headers['etag']
    expect((await ask(FILM, { 'if-none-match': etag }))?.status).toBe(304)
  })

  it('gives nothing from outside its folder', async () => {
    expect(await ask('../package.json')).toBeUndefined()
    expect(await ask('onboarding.journey.json')).toBeDefined()
  })
})
