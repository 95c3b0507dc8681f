import type { Look } from '../model/template.ts'
import { escapeHtml } from './escape-html.ts'
import { SANS, SERIF } from './mail-fonts.ts'

/** The top of the mail, as one table row. Drawn by the client's `Paper` in the same way. */
export function renderBanner(look: Look, words: string, sender: string): string {
  const text = escapeHtml(words)
  switch (look.banner) {
    case 'figure':
      return row(
        `background:${look.paint};color:${look.ink};padding:56px 32px 52px;font:700 52px/1.15 ${SERIF};font-size:min(60px,14vw);word-break:auto-phrase`,
        `<div style="font:600 13px/1.4 ${SANS};padding-bottom:14px">${escapeHtml(sender)}</div>${text}`,
      )
    case 'masthead':
      return row(
        `padding:36px 32px 0;color:${look.ink};text-align:center`,
        `<div style="border-top:3px solid ${look.ink};border-bottom:1px solid ${look.ink};padding:16px 0 14px;font:700 30px/1.25 ${SERIF}">${text}</div>` +
          `<div style="border-bottom:1px solid ${look.ink};padding:7px 0;font:500 12px/1.4 ${SANS}">${escapeHtml(sender)}</div>`,
      )
    case 'card':
      return row(
        `background:${look.paint};padding:36px 32px`,
        `<div style="background:#fffdf8;color:${look.ink};padding:34px 28px;text-align:center;border-radius:4px">` +
          `<div style="font:600 13px/1.4 ${SANS};padding-bottom:10px">${escapeHtml(sender)}</div>` +
          `<div style="font:700 34px/1.2 ${SERIF}">${text}</div></div>`,
      )
    case 'plain':
      return row(
        `padding:32px 32px 0;color:${look.ink};font:600 15px/1.4 ${SERIF}`,
        escapeHtml(sender),
      )
  }
}

function row(style: string, content: string): string {
  return `<tr><td style="${style}">${content}</td></tr>`
}
