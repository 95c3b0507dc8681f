import type { Locator, Page } from '@playwright/test'

/** How the user works: with a mouse, or with the keyboard alone. */
export interface Hand {
  press: (control: Locator) => Promise<void>
  /** Replaces what stands in the field, by typing. */
  write: (field: Locator, text: string) => Promise<void>
}

export function byMouse(page: Page): Hand {
  return {
    press: (control) => control.click(),
    write: async (field, text) => {
      await field.click()
      await type(page, text)
    },
  }
}

export function byKeyboard(page: Page): Hand {
  return {
    press: async (control) => {
      await tabTo(page, control)
      await page.keyboard.press('Enter')
    },
    write: async (field, text) => {
      await tabTo(page, field)
      await type(page, text)
    },
  }
}

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Twice round the longest page. */
const MOST_TABS = 120

/** Goes on with Tab, as a user without a mouse does, until the focus is there. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let i = 0; i < MOST_TABS; i += 1) {
    if (await hasFocus(control)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead there: ${JSON.stringify(control)}`)
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot
    return root.activeElement === element
  })
}
