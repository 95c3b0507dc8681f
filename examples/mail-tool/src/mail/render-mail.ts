import { paragraphs, safeUrl, type Letter } from '../model/letter.ts'
import type { Locale } from '../model/locale.ts'
import type { Look } from '../model/template.ts'
import { escapeHtml } from './escape-html.ts'
import { SANS, SERIF } from './mail-fonts.ts'
import { renderBanner } from './render-banner.ts'

export interface RenderedMail {
  subject: string
  text: string
  html: string
}

export interface MailOptions {
  /** Already addressed: no `{name}` in it. */
  letter: Letter
  look: Look
  /** Name of the company. */
  sender: string
  locale: Locale
  /** Absolute; loaded when the mail is opened. A preview has none. */
  pixelUrl?: string
}

/** Tables and inline styles: the HTML that mail programs agree on. Light in every program. */
export function renderMail(options: MailOptions): RenderedMail {
  const { letter, locale } = options
  return {
    subject: letter.subject,
    text: renderText(options),
    html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;background:#efe9df;font-family:${SANS}">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#fffdf8;border-radius:6px;overflow:hidden;text-align:left">
${renderBanner(options.look, letter.banner, options.sender)}
${renderBody(options)}
</table>
<p style="max-width:520px;margin:18px auto 0;color:#675d50;font-size:12px;line-height:1.6">${escapeHtml(footer(options))}</p>
</td></tr></table>${pixel(options.pixelUrl)}</body></html>`,
  }
}

function renderBody({ letter, look }: MailOptions): string {
  const text = paragraphs(letter.body)
    .map((paragraph) => `<p style="margin:0 0 16px">${withBreaks(paragraph)}</p>`)
    .join('')
  return `<tr><td style="padding:32px 32px 36px;color:#2b2723;font-size:16px;line-height:1.7">
<h1 style="margin:0 0 18px;font:700 24px/1.35 ${SERIF};text-wrap:balance;word-break:auto-phrase">${escapeHtml(letter.heading)}</h1>
${text}${button(letter, look)}</td></tr>`
}

function button({ buttonLabel, buttonUrl }: Letter, { accent }: Look): string {
  const url = safeUrl(buttonUrl)
  if (!url || buttonLabel.trim() === '') return ''
  return `<p style="margin:26px 0 4px"><a href="${escapeHtml(url)}" target="_blank" rel="noopener" style="display:inline-block;background:${accent};color:#fff;padding:13px 24px;border-radius:6px;font-weight:600;text-decoration:none">${escapeHtml(buttonLabel)}</a></p>`
}

function withBreaks(paragraph: string): string {
  return escapeHtml(paragraph).replaceAll('\n', '<br>')
}

function renderText(options: MailOptions): string {
  const { heading, body, buttonLabel, buttonUrl } = options.letter
  const url = safeUrl(buttonUrl)
  const link = url && buttonLabel.trim() !== '' ? [`${buttonLabel}: ${url}`] : []
  return [heading, ...paragraphs(body), ...link, `-- \n${footer(options)}`].join('\n\n')
}

function footer({ sender, locale }: MailOptions): string {
  return locale === 'ja'
    ? `${sender} をご利用の皆さまにお送りしています。`
    : `You get this letter because you are a customer of ${sender}.`
}

function pixel(url: string | undefined): string {
  return url === undefined
    ? ''
    : `<img src="${escapeHtml(url)}" width="1" height="1" alt="" style="display:block">`
}
