import { expect } from '@playwright/test'
import { isNear, takePicture } from '../hostile/picture.ts'
import { TARGET, type Case } from './case.ts'
import { hasFocus } from './probe.ts'
import { PATIENCE_MS, type Stage } from './stage.ts'

/* Dialogs, popovers and the like of the host. */

/** Beside it something of the panel stays in sight: it is seen, but can it be used? */
const ASIDE =
  'position:fixed;inset:0 0 auto auto;margin:0;width:480px;height:300px;max-width:none;max-height:none'
const COVER = 'position:fixed;inset:0;margin:0;border:0;width:auto;height:auto'
const PLACE = 'margin:160px 0 160px 320px'

/** Painted means that it can be pressed: on top, or out of sight until the layer is gone. */
async function isNeverDead({ look }: Stage): Promise<void> {
  await expect(async () => {
    const { panel, isHit } = await look()
    expect(panel === undefined || isHit, 'what is painted can be pressed').toBe(true)
  }).toPass({ intervals: [80], timeout: PATIENCE_MS })
}

async function holdsUnder(stage: Stage, show: string, hide: string): Promise<void> {
  await stage.start()
  await stage.seeStep('One')
  await stage.page.evaluate(show)
  await stage.page.waitForTimeout(300)
  await isNeverDead(stage)
  await stage.page.evaluate(hide)
  await stage.works()
}

async function startAndWork(stage: Stage): Promise<void> {
  await stage.start()
  await stage.works()
}

export const LAYERS: readonly Case[] = [
  {
    id: 'pain 1',
    name: 'a modal dialog of the host is open, the target in it: the step works',
    host: {
      body: `<dialog id="dialog" style="width:640px;height:420px"><p style="margin:80px 0 0 240px">${TARGET}</p></dialog>`,
      script: 'dialog.showModal()',
    },
    check: startAndWork,
  },
  {
    id: 'pain 2',
    name: 'a modal dialog opens while the step is shown: never visible but dead, and works afterwards',
    host: {
      body: `<p style="${PLACE}">${TARGET}</p><dialog id="dialog" style="${ASIDE}">Sure?</dialog>`,
    },
    check: (stage) => holdsUnder(stage, 'dialog.showModal()', 'dialog.close()'),
  },
  {
    id: 'pain 2',
    name: 'a popover opens over the step: never visible but dead, and works afterwards',
    host: {
      body: `<p style="${PLACE}">${TARGET}</p><div id="layer" popover="manual" style="${COVER};background:#fde">Wait</div>`,
    },
    check: (stage) => holdsUnder(stage, 'layer.showPopover()', 'layer.hidePopover()'),
  },
  {
    id: 'pain 3',
    name: 'a chat widget with the highest z-index: the step is on top and works',
    host: {
      body: `<p style="position:absolute;right:560px;bottom:420px">${TARGET}</p>
<div style="position:fixed;inset:auto 0 0 0;height:420px;z-index:2147483647;background:#f0f">Chat</div>
<div style="position:fixed;inset:0 0 auto 0;height:260px;z-index:2147483647;background:#f0f">News</div>`,
    },
    note: 'React Joyride has an option `zIndex`; an element that comes later with the same highest z-index still covers it.',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      const { panel } = await stage.lookAtRest()
      const picture = await takePicture(stage.page)
      const corner = picture.colourAt(
        (panel?.x ?? 0) + 20,
        (panel?.y ?? 0) + (panel?.height ?? 0) - 6,
      )
      expect(isNear(corner, [255, 0, 255]), 'the widget is seen where the panel is').toBe(false)
      await stage.works()
    },
  },
  {
    id: 'pain 7',
    name: 'the host sets `pointer-events: none` on the body (Radix): the step works',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.page.evaluate("document.body.style.pointerEvents = 'none'")
      await stage.works()
    },
  },
  {
    id: 'pain 7',
    name: 'the host makes everything beside its dialog `inert`: the step works',
    host: {
      body: `<main><h1>Mails</h1></main><div id="dialog" role="dialog" aria-modal="true" aria-label="Mail"
style="position:fixed;top:40px;left:40px;width:600px;height:400px;background:#fff"><p style="margin:80px 0 0 240px">${TARGET}</p></div>`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.page.evaluate(
        'for (const one of document.body.children) one.inert = one.id !== "dialog"',
      )
      await stage.works()
    },
  },
  {
    id: 'pain 8',
    name: 'the host closes its menu on a press outside: Next goes on, the menu stays open',
    host: {
      body: `<div id="menu" style="${PLACE};width:200px;padding:20px">${TARGET}</div>`,
      script: `for (const name of ['pointerdown', 'mousedown', 'click']) document.addEventListener(name,
        (event) => { if (!menu.contains(event.target)) menu.hidden = true })`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.works()
      expect(await stage.page.evaluate('menu.hidden'), 'the menu is closed').toBe(false)
    },
  },
  {
    id: 'pain 7',
    name: 'one Escape closes the step and leaves the menu of the host open',
    host: {
      body: `<div id="menu" style="${PLACE};width:200px;padding:20px">${TARGET}</div>`,
      script: `document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') menu.hidden = true })`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      await stage.page.keyboard.press('Escape')
      await stage.seeNothing()
      expect(await stage.page.evaluate('menu.hidden'), 'the menu is closed').toBe(false)
    },
  },
  {
    id: 'pain 9',
    name: 'a dialog that pulls the focus back into itself: Next takes the focus and keeps it, no fight',
    host: {
      body: `<div id="dialog" role="dialog" style="${PLACE};width:300px;padding:20px"><input name="to"> ${TARGET}</div>`,
      script: `globalThis.turns = 0
document.addEventListener('focusin', ({ target }) => {
  turns += 1
  if (turns < 200 && !dialog.contains(target)) dialog.querySelector('input').focus()
})`,
    },
    check: async ({ page, library, start, seeStep, lookAtRest }) => {
      await start()
      await seeStep('One')
      await lookAtRest()
      const before = Number(await page.evaluate('turns'))
      await page.locator(`${library.panel} ${library.next}`).first().focus()
      await page.waitForTimeout(300)
      expect(await page.evaluate(hasFocus, library.next), 'Next has the focus').toBe(true)
      expect(Number(await page.evaluate('turns')) - before, 'moves of the focus').toBeLessThan(4)
    },
  },
  {
    id: 'pain 10',
    name: 'a part of the host fills the screen, the target in it: the step works',
    host: {
      body: `<div id="stage" style="background:#fff"><p style="margin:200px 0 0 320px">${TARGET}</p>
<button type="button" id="full" onclick="stage.requestFullscreen()">Full screen</button></div>`,
    },
    note: 'React Joyride has an option `portalElement`, which names another parent beforehand.',
    check: async (stage) => {
      await stage.page.locator('#full').click()
      await expect.poll(() => stage.page.evaluate('document.fullscreenElement?.id')).toBe('stage')
      await startAndWork(stage)
    },
  },
]
