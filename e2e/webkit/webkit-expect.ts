import { fits } from './page-find.ts'
import { toWanted } from './part.ts'
import { LIMIT_MS, retry } from './retry.ts'
import type { WebKitLocator } from './webkit-locator.ts'
import type { WebKitPage } from './webkit-page.ts'

interface Options {
  timeout?: number
}

type Text = string | RegExp
type State = Record<string, unknown>

export function isWebKit(value: unknown): value is WebKitLocator | WebKitPage {
  return typeof value === 'object' && value !== null && 'session' in value
}

/**
 * The expectations of Playwright that our specs use, on WebKit. Each is asked again until it holds.
 * @param negated `expect(x).not`
 */
export function expectWebKit(subject: WebKitLocator | WebKitPage, negated = false): object {
  const expectations = 'parts' in subject ? ofLocator(subject, negated) : ofPage(subject, negated)
  return Object.defineProperty(expectations, 'not', {
    get: () => expectWebKit(subject, !negated),
  })
}

function ofPage(page: WebKitPage, negated: boolean): object {
  const check = createCheck('page', negated)
  const textOf = (what: string, read: () => Promise<string>) => ({
    [what]: (text: Text, options?: Options) =>
      check({ what: `${what} ${String(text)}`, read, wanted: isText(text) }, options),
  })
  return { ...textOf('toHaveTitle', page.title), ...textOf('toHaveURL', page.currentUrl) }
}

function ofLocator(locator: WebKitLocator, negated: boolean): object {
  const check = createCheck(JSON.stringify(locator.parts), negated)
  const state = (): Promise<State> => locator.session.call('stateOf', locator.parts)
  const flag = (what: string, key: string, wanted = true) => {
    const read = async (): Promise<boolean> => (await state())[key] === true
    return {
      [what]: (options?: Options) => check({ what, read, wanted: (is) => is === wanted }, options),
    }
  }
  const textOf = (name: string, key: string, toWantedBy: (wanted: Text) => Question['wanted']) => ({
    [name]: (text: Text, options?: Options) => {
      const read = async (): Promise<unknown> => (await state())[key]
      return check({ what: `${name} ${String(text)}`, read, wanted: toWantedBy(text) }, options)
    },
  })
  return {
    ...flag('toBeVisible', 'visible'),
    ...flag('toBeHidden', 'visible', false),
    ...flag('toBeAttached', 'present'),
    ...flag('toBeFocused', 'focused'),
    ...flag('toBeEnabled', 'enabled'),
    ...flag('toBeDisabled', 'enabled', false),
    ...flag('toBeChecked', 'checked'),
    ...textOf('toHaveText', 'text', isText),
    ...textOf('toContainText', 'text', hasText),
    ...textOf('toHaveValue', 'value', isText),
    toHaveCount: (count: number, options?: Options) =>
      check(
        { what: `toHaveCount ${count}`, read: locator.count, wanted: (is) => is === count },
        options,
      ),
    toHaveAttribute: (name: string, text: Text = /^/, options?: Options) => {
      const read = async (): Promise<unknown> =>
        ((await state())['attributes'] as State | undefined)?.[name]
      const what = `toHaveAttribute ${name}=${String(text)}`
      return check({ what, read, wanted: isText(text) }, options)
    },
  }
}

function isText(wanted: Text) {
  return (is: unknown): boolean => typeof is === 'string' && fits(is, toWanted(wanted, true))
}

function hasText(wanted: Text) {
  return (is: unknown): boolean =>
    typeof is === 'string' &&
    (typeof wanted === 'string' ? fold(is).includes(fold(wanted)) : wanted.test(is))
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** What is asked, of what, and which answer is wanted. */
interface Question {
  what: string
  read: () => Promise<unknown>
  wanted: (is: unknown) => boolean
}

function createCheck(subject: string, negated: boolean) {
  return async ({ what, read, wanted }: Question, options: Options = {}): Promise<void> => {
    const attempt = async (): Promise<void> => {
      const is = await read()
      if (wanted(is) === negated) throw new Error(`found ${JSON.stringify(is)}`)
    }
    const name = `expect(${subject}).${negated ? 'not.' : ''}${what}`
    await retry(name, attempt, options.timeout ?? LIMIT_MS)
  }
}
