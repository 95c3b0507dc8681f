import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser'

/** What is wrong with the JSON, in plain words. */
export function syntaxMessage(source: string, offset: number, code?: ParseErrorCode): string {
  if (source.trim() === '') return 'The file is empty. A journey starts with {.'
  if (source.trimStart().startsWith('<')) {
    return 'This is a web page (HTML), not a journey. Check the address it was loaded from.'
  }
  const before = source.slice(0, offset)
  const rest = source.slice(offset)
  if (rest.startsWith("'")) return 'Not JSON: strings and keys stand in double quotes.'
  if (/,\s*$/.test(before) && /^[}\]]/.test(rest)) {
    return 'Not JSON: there is a comma after the last item. Remove it.'
  }
  const name = code === undefined ? '' : printParseErrorCode(code)
  const reason = REASONS[name]
  if (reason) return `Not JSON: ${reason}.`
  const found = rest ? JSON.stringify(/^[\w.-]+|^[^]/u.exec(rest)?.[0]) : 'the end of the file'
  return `Not JSON: ${EXPECTED[name] ?? 'a value'} is expected, found ${found}.`
}

const REASONS: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'comments are not allowed. Remove it',
  EndOfFileExpected: 'something follows after the end of the journey. Remove it',
  UnexpectedEndOfString:
    'a string is not closed on its line. A " is missing, or \\n for a line break',
  InvalidEscapeCharacter: 'a backslash stands before a letter it cannot stand before. Write \\\\',
  InvalidUnicode: 'after \\u there are four hexadecimal digits',
  InvalidCharacter: 'a string holds a control character. Write \\t for a tab',
}

const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes',
  ColonExpected: 'a colon after the key',
  CommaExpected: 'a comma between two items',
  CloseBraceExpected: 'a } that closes the object',
  CloseBracketExpected: 'a ] that closes the list',
}
