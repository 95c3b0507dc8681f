import { describe, expect, it } from 'vitest'
import { addressed, type Letter } from '../model/letter.ts'
import { TEMPLATES } from '../model/template-library.ts'
import { renderMail } from './render-mail.ts'

function letter(change: Partial<Letter> = {}): Letter {
  return {
    subject: 'Subject',
    preheader: 'Preheader',
    banner: 'Banner',
    heading: 'Heading',
    body: 'Body',
    buttonLabel: 'Go',
    buttonUrl: 'https://example.com/',
    ...change,
  }
}

function render(change: Partial<Letter> = {}, pixelUrl?: string) {
  const look = TEMPLATES[0]?.look
  if (!look) throw new Error('There is no template.')
  const more = pixelUrl === undefined ? {} : { pixelUrl }
  return renderMail({ letter: letter(change), look, sender: 'Hana & Co', locale: 'en', ...more })
}

describe('renderMail', () => {
  it.each(['subject', 'preheader', 'banner', 'heading', 'body', 'buttonLabel'] as const)(
    'shows HTML in the %s as it was typed',
    (field) => {
      const { html } = render({ [field]: '<img src=x onerror=alert(1)>' })
      expect(html).toContain('&lt;img src=x')
      expect(html).not.toContain('<img')
    },
  )

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.com', ''])(
    'leaves the button out where the link is "%s"',
    (buttonUrl) => {
      expect(render({ buttonUrl }).html).not.toContain('<a ')
    },
  )

  it('carries the pixel only when it is sent', () => {
    expect(render().html).not.toContain('<img')
    expect(render({}, 'http://host/o/1.gif').html).toContain('src="http://host/o/1.gif"')
  })

  it('says the same in plain text', () => {
    const { text } = render({ body: 'One.\n\nTwo.' })
    expect(text).toContain('Heading\n\nOne.\n\nTwo.\n\nGo: https://example.com/')
  })
})

describe('addressed', () => {
  it('writes the name as it is, whatever signs are in it', () => {
    expect(addressed(letter({ heading: 'Hello {name},' }), '$& Co').heading).toBe('Hello $& Co,')
  })
})
