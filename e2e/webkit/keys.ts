/** Keys that are not characters: W3C WebDriver, section "Keyboard actions". */
const CODES: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  ControlOrMeta: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
}

export interface KeyAction {
  type: 'keyDown' | 'keyUp'
  value: string
}

/** "Shift+Tab": all down in this order, all up in the reverse. */
export function toPress(combination: string): KeyAction[] {
  const names = combination === '+' ? ['+'] : combination.split('+')
  const values = names.map((name) => CODES[name] ?? (names.length > 1 ? name.toLowerCase() : name))
  return [
    ...values.map((value) => ({ type: 'keyDown' as const, value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp' as const, value })),
  ]
}

/** Each character down and up. */
export function toTyping(text: string): KeyAction[] {
  return Array.from(text).flatMap((value) => [
    { type: 'keyDown' as const, value },
    { type: 'keyUp' as const, value },
  ])
}
