/**
 * Levels of objects and lists in a whole batch: six in an event's properties, three around them,
 * and room for fields that we drop.
 */
const MAX_DEPTH = 16
/** A batch of 500 of our own events has ten thousand. More of them take longer than they say. */
const MAX_VALUES = 50_000

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * What there is too much of in JSON that can only be meant to exhaust whoever walks it: levels, which
 * take their stack, or values, which take their time. Looks at the text, so that it costs the same
 * for any input.
 */
export function excessOf(text: string): 'depth' | 'values' | undefined {
  let depth = 0
  let values = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === COMMA) values += 1
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth += 1
      values += 1
      if (depth > MAX_DEPTH) return 'depth'
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1
  }
  return values > MAX_VALUES ? 'values' : undefined
}

/** Where the string that begins at `start` ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1
  return (at - first) % 2 === 1
}
