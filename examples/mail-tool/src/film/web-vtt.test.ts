import { describe, expect, it } from 'vitest'
import { webVtt } from './web-vtt.ts'

describe('webVtt', () => {
  it('counts from the start of the film, over the minute too', () => {
    const vtt = webVtt([{ from: 1_007_250, to: 1_061_005, text: 'Send it.' }], 1_000_000)
    expect(vtt).toBe('WEBVTT\n\n00:07.250 --> 01:01.005\nSend it.\n')
  })

  it('does not start before the film does', () => {
    expect(webVtt([{ from: 990, to: 2000, text: 'a' }], 1000)).toContain('00:00.000 --> 00:01.000')
  })
})
