import type { VNode } from 'preact'
import { paragraphs, safeUrl, type Letter } from '../../model/letter.ts'
import type { Locale } from '../../model/locale.ts'
import type { Look } from '../../model/template.ts'

interface PaperProps {
  letter: Letter
  look: Look
  sender: string
  locale: Locale
}

/** The mail, drawn small or large by the font size around it; the real one looks the same. */
export function Paper({ letter, look, sender, locale }: PaperProps): VNode {
  const colours = { '--paint': look.paint, '--paint-ink': look.ink, '--accent': look.accent }
  const hasButton = letter.buttonLabel.trim() !== '' && safeUrl(letter.buttonUrl) !== undefined
  return (
    <div class={`paper paper-${look.banner}`} style={colours} lang={locale}>
      <div class="paper-banner">
        <span class="paper-sender">{sender}</span>
        {look.banner !== 'plain' && <strong>{letter.banner}</strong>}
      </div>
      <div class="paper-body">
        <p class="paper-heading">{letter.heading}</p>
        {paragraphs(letter.body).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        {hasButton && <span class="paper-button">{letter.buttonLabel}</span>}
      </div>
    </div>
  )
}
