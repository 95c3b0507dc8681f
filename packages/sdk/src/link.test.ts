import { describe, expect, it } from 'vitest'
import { checkLink, checkMedia } from './link.ts'

const PAGE = 'https://app.example.com/campaigns/1?tab=a'
const check = (raw: unknown) => checkLink(raw, PAGE)

describe('checkLink', () => {
  it.each([
    ['/support', '/support'],
    ['/a/../b?x=1#y', '/b?x=1#y'],
    ['https://app.example.com/reports', '/reports'],
    ['HTTPS://APP.EXAMPLE.COM/reports', '/reports'],
  ])('takes %s as a path of the host', (raw, href) => {
    expect(check(raw)).toEqual({ href, external: false })
  })

  it.each([
    'https://example.com/meetup',
    'http://example.com/',
    'mailto:help@example.com?subject=Hi',
    'tel:+81312345678',
  ])('takes %s as a link out of the page', (raw) => {
    expect(check(raw)).toEqual({ href: raw, external: true })
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript\u200b:alert(1)',
    '\ufeffjavascript:alert(1)',
    'javascript:%61lert(1)',
    'javascript&colon;alert(1)',
    'javascript://example.com/%0aalert(1)',
    'javascript:/*https://example.com*/alert(1)',
    'java\rscript:alert(1)',
    '\u00a0javascript:alert(1)',
    'feed:javascript:alert(1)',
    'jar:https://example.com!/',
    'livescript:alert(1)',
    'mhtml:https://example.com',
    'filesystem:https://app.example.com/a',
    'ms-settings:',
    'sms:+81312345678',
    'ws://example.com',
    'chrome://settings',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:,x',
    'https://\u202eexample.com/',
    'https://exa\u200dmple.com/',
    '/\u0009/evil.example',
    '/a\\b',
    '/%2F/../..//evil.example',
    'http:evil.example',
    'HTTPS:evil.example',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'blob:https://app.example.com/1',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'view-source:https://example.com',
    'intent://scan/#Intent;end',
    'ftp://example.com/',
    'about:blank',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://app.example.com//evil.example',
    'https://user@evil.example/',
    'https://app.example.com@evil.example/',
    'https://user:secret@evil.example/',
    'https://evil.example\u2028/',
    'https://exa mple.com/',
    'https://',
    'http://[::1',
    'mailto:',
    'evil.example',
    'support',
    '../support',
    '?x=1',
    '#top',
    '',
  ])('refuses %j', (raw) => {
    expect(check(raw)).toBeUndefined()
  })

  it.each([undefined, null, 1, {}, ['https://example.com/']])('refuses %j, no text', (raw) => {
    expect(check(raw)).toBeUndefined()
  })
})

describe('checkMedia', () => {
  it.each(['http://example.com/a.png', 'data:image/svg+xml,<svg/>', 'mailto:a@b.c', undefined])(
    'refuses %s',
    (raw) => {
      expect(checkMedia(raw, PAGE)).toBeUndefined()
    },
  )

  it.each(['https://cdn.example.com/a.png', '/media/send.mp4'])('takes %s', (raw) => {
    expect(checkMedia(raw, PAGE)).toBe(raw)
  })
})
