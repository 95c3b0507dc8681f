/** Controls, which steer a terminal, and what turns the direction of a line. */
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu
const STEERING_BUT_BREAKS = /(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/**
 * Text of others for one line of a terminal: what would steer it is shown as `\u001b`. In JSON that is
 * the same text as before.
 */
export function visible(text: string): string {
  return text.replaceAll(STEERING, toEscape)
}

/** The same, of text that has lines of its own. */
export function visibleLines(text: string): string {
  return text.replaceAll(STEERING_BUT_BREAKS, toEscape)
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
