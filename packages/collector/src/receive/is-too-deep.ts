/**
 * Levels of objects and lists in a whole batch: six in an event's properties, three around them,
 * and room for fields that we drop.
 */
const MAX_DEPTH = 16

/**
 * Whether JSON is nested so deep that it can only be meant to exhaust the stack of whoever walks
 * it. Looks at the text, so that it costs the same for any input.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (quoted) {
      if (character === '\\') i += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
