import { expect } from '@playwright/test'
import type { Case } from './case.ts'
import { hasFocus } from './probe.ts'
import type { Stage } from './stage.ts'

/* Keys, focus, and what is read out. */

const COUNT = `globalThis.submits = 0
form.addEventListener('submit', (event) => { event.preventDefault(); submits += 1 })`

async function startThenFocus(stage: Stage): Promise<void> {
  await stage.start()
  await stage.seeStep('One')
  await stage.lookAtRest()
  await stage.page.evaluate("document.querySelector('#subject').focus()")
}

/** To the end of the tour, by the keyboard. */
async function walk(stage: Stage): Promise<void> {
  const { page, library } = stage
  for (const title of ['One', 'Two', 'Three']) {
    await stage.seeStep(title)
    await stage.lookAtRest()
    await page.locator(`${library.panel} ${library.next}`).first().press('Enter', { timeout: 2000 })
  }
  await stage.seeNothing()
}

export const INPUT: readonly Case[] = [
  {
    id: 'pain 33',
    name: 'ArrowRight typed in a field of the host is the field’s: the step stays',
    note: 'driver.js has an option `allowKeyboardControl`. (React Joyride takes no arrow keys.)',
    check: async (stage) => {
      await startThenFocus(stage)
      for (let i = 0; i < 2; i += 1) await stage.page.keyboard.press('ArrowRight')
      await stage.page.waitForTimeout(700)
      expect((await stage.look()).title, 'the step that is shown').toBe('One')
    },
  },
  {
    id: 'pain 33',
    name: 'Enter typed in a field of the host submits its form once: the step stays',
    host: { script: COUNT },
    check: async (stage) => {
      await startThenFocus(stage)
      await stage.page.keyboard.press('Enter')
      await stage.page.waitForTimeout(500)
      expect((await stage.look()).title, 'the step that is shown').toBe('One')
      expect(await stage.page.evaluate('submits'), 'times that the form is sent').toBe(1)
    },
  },
  {
    id: 'pain 34',
    name: 'a step that comes while the user types: no letter is lost, the focus stays',
    note: 'React Joyride has an option `disableFocusTrap`.',
    check: async (stage) => {
      const field = stage.page.locator('#subject')
      await field.focus()
      await stage.page.keyboard.type('Dear ')
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      await stage.page.keyboard.type('Ada')
      expect(await field.inputValue()).toBe('Dear Ada')
      expect(await stage.page.evaluate(hasFocus, '#subject'), 'the field has the focus').toBe(true)
    },
  },
  {
    id: 'pain 35',
    name: 'after the last step the focus is back on what opened the tour',
    host: { script: "show.addEventListener('click', () => peer.start())" },
    check: async (stage) => {
      await stage.page.locator('#show').focus()
      await stage.page.keyboard.press('Enter')
      await walk(stage)
      await expect
        .poll(() => stage.page.evaluate(hasFocus, '#show'), {
          message: 'the opener has the focus',
        })
        .toBe(true)
    },
  },
  {
    id: 'pain 36',
    name: 'the panel is a dialog that is named by its title',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      const named = (role: 'dialog' | 'alertdialog') =>
        stage.page.getByRole(role, { name: 'One', exact: true })
      const found = await named('dialog').or(named('alertdialog')).count()
      expect(found, 'dialogs with this name').toBe(1)
    },
  },
  {
    id: 'pain 36',
    name: 'role and aria attributes of the target: the same after the tour as before',
    host: {
      body: `<p id="place"><button type="button" id="target" aria-expanded="false" aria-controls="menu"
aria-haspopup="menu" aria-label="Send now">Send</button></p><div id="menu" hidden></div>`,
      script: `globalThis.aria = () => [...document.querySelector('#target').attributes]
  .filter(({ name }) => /^(aria-|role|tabindex)/.test(name)).map(({ name, value }) => name + '=' + value).sort().join(' ')`,
    },
    check: async (stage) => {
      const before = await stage.page.evaluate('aria()')
      await stage.start()
      await walk(stage)
      await stage.page.waitForTimeout(500)
      expect(await stage.page.evaluate('aria()')).toBe(before)
    },
  },
  {
    id: 'pain 38',
    name: 'a double click on Next goes one step on',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      const { next } = await stage.lookAtRest()
      await stage.page.mouse.dblclick(
        (next?.x ?? 0) + (next?.width ?? 0) / 2,
        (next?.y ?? 0) + (next?.height ?? 0) / 2,
      )
      await stage.page.waitForTimeout(700)
      expect((await stage.lookAtRest()).title, 'the step that is shown').toBe('Two')
    },
  },
]
