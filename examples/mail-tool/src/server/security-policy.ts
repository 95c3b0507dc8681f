/**
 * For the pages of the product: scripts by nonce, no markup from strings.
 * @param endpoint where Firstwin reports to: a path, or a URL whose origin is then let through
 */
export function pagePolicy(nonce: string, endpoint: string): string {
  const origin = URL.canParse(endpoint) ? ` ${new URL(endpoint).origin}` : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    `connect-src 'self'${origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/**
 * For a mail in its frame: inline styles, as mails have them, and pictures from `origin`, which
 * is named because in a sandbox 'self' is nobody. No script at all.
 */
export function mailPolicy(origin: string): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' ${origin} data:`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')
}
