/** What a campaign says. Plain text; `{name}` stands for the name of the one who gets it. */
export interface Letter {
  subject: string
  /** The grey line that mailboxes show after the subject. */
  preheader: string
  /** The few large words at the top. */
  banner: string
  heading: string
  /** A blank line starts a new paragraph. */
  body: string
  /** Without words there is no button. */
  buttonLabel: string
  buttonUrl: string
}

export const LETTER_FIELDS = [
  'subject',
  'preheader',
  'banner',
  'heading',
  'body',
  'buttonLabel',
  'buttonUrl',
] as const satisfies readonly (keyof Letter)[]

/** With `{name}` replaced, in every field. */
export function addressed(letter: Letter, name: string): Letter {
  const fill = (text: string): string => text.replaceAll('{name}', () => name)
  return {
    ...letter,
    subject: fill(letter.subject),
    preheader: fill(letter.preheader),
    heading: fill(letter.heading),
    body: fill(letter.body),
  }
}

export function paragraphs(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** Links in a mail lead to the web or nowhere: `javascript:` and the like become `undefined`. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(url.trim()) ? url.trim() : undefined
}
