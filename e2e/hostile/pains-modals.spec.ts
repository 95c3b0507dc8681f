import type { Page } from '@playwright/test'
import { installGauge, SLACK } from './gauge.ts'
import { TARGET, type HostPage } from './host-page.ts'
import { expect, has, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* What users of tour libraries suffer from, A: modal layers of the host. */

const NEXT = { name: 'Next' } as const
const BOX = 'margin:80px 0 80px 240px'
const DIALOG = `<main><h1>Mails</h1><p><a href="#a">All mails</a></p></main>
<dialog id="dialog" style="width:640px;height:420px"><input name="to"><p style="${BOX}">${TARGET}</p>
<button id="shut" onclick="dialog.close()">Cancel</button></dialog>`

/** A modal layer is open; somebody asks for the guide. */
async function openIn(page: Page, host: Host, described: HostPage): Promise<void> {
  await host.open({ ...described, journey: tour({ start: 'on-request' }) }, { silent: true })
  await page.evaluate(() => void Reflect.get(globalThis, 'firstwin').start('tour'))
  await host.seeStep('One')
}

/** Presses Tab until our Next has the focus; the way there is the user's own. */
async function tabToNext(page: Page): Promise<void> {
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active?.matches('.panel .button:not(.quiet)') ?? false
    })
    if (isThere) return
  }
  throw new Error('Six times Tab do not lead from the target to Next.')
}

test('pain 1 host dialog with the target inside: Next is hit, a click advances', async ({
  host,
  page,
}) => {
  await openIn(page, host, { body: DIALOG, script: 'dialog.showModal()' })
  await host.works()
  expect((await host.look()).owner).toBe('dialog#dialog')
})

test('pain 1 host dialog with the target inside: Tab reaches Next', async ({ host, page }) => {
  await openIn(page, host, { body: DIALOG, script: 'dialog.showModal()' })
  await page.locator('[data-firstwin=target]').focus()
  await tabToNext(page)
  await page.keyboard.press('Enter')
  await host.seeStep('Two')
  expect(await page.locator('dialog#dialog').getAttribute('open')).not.toBeNull()
})

/** Calls a method of the element with this id. */
function callOn([id, method]: readonly [string, string]): void {
  const element = Document.prototype.getElementById.call(document, id)
  if (element) Reflect.get(element, method).call(element)
}

/** Over the whole window, with nothing of ours in it. */
const COVER =
  'position:fixed;inset:0;margin:0;border:0;width:auto;height:auto;max-width:none;max-height:none'
const LAYERS = {
  'a modal dialog': { tag: 'dialog', show: 'showModal', hide: 'close' },
  'a popover': { tag: 'div popover=auto', show: 'showPopover', hide: 'hidePopover' },
  'a manual popover': { tag: 'div popover=manual', show: 'showPopover', hide: 'hidePopover' },
} as const

for (const [name, { tag, show, hide }] of Object.entries(LAYERS)) {
  test(`pain 2 ${name} opened while the guide runs: on top or paused, never visible but dead`, async ({
    host,
    page,
  }) => {
    const [kind = ''] = tag.split(' ')
    const layer = `<${tag} id="layer" style="${COVER};background:#fde"><p>Wait</p></${kind}>`
    await host.open({ body: `<p style="margin:200px 0 0 320px">${TARGET}</p>${layer}` })
    await installGauge(page)
    await page.evaluate(callOn, ['layer', show] as const)
    const deadMs = await page.evaluate(async () => {
      let dead = 0
      let last = performance.now()
      await gauge.time(
        () => undefined,
        ({ at, panel }) => {
          const middle = panel && [panel.x + panel.width / 2, panel.y + panel.height / 2]
          const hit = middle && document.elementFromPoint(middle[0] ?? 0, middle[1] ?? 0)
          if (panel && hit?.localName !== 'firstwin-root') dead += at - last
          last = at
          return false
        },
        800,
      )
      return dead
    })
    expect(deadMs).toBeLessThan(100 * SLACK)
    const { panel, isHit } = await host.look()
    expect(panel === undefined || isHit).toBe(true)
    await page.evaluate(callOn, ['layer', hide] as const)
    await host.works()
  })
}

test('pain 2 a dialog opened around the target: the guide moves into it and back', async ({
  host,
  page,
}) => {
  await host.open({ body: DIALOG, script: 'dialog.show()' })
  const become = async (method: string, owner: string): Promise<void> => {
    await page.evaluate(callOn, ['dialog', 'close'] as const)
    await page.evaluate(callOn, ['dialog', method] as const)
    await expect.poll(async () => (await host.look()).owner).toBe(owner)
    await expect.poll(async () => (await host.look()).isHit).toBe(true)
  }
  await become('showModal', 'dialog#dialog')
  await become('show', 'html')
  await become('showModal', 'dialog#dialog')
  await host.works()
})

test('pain 7 a modal that makes its siblings inert and the body deaf: Next is hit and focusable', async ({
  host,
}) => {
  const modal = `position:fixed;top:60px;left:200px;width:600px;height:400px;background:#fff;pointer-events:auto`
  await host.open({
    body: `<main><a href="#a">Mails</a></main><nav><a href="#b">Home</a></nav>
      <div role="dialog" aria-label="Send" id="modal" style="${modal}"><input><p style="${BOX}">${TARGET}</p></div>`,
    script: `for (const one of document.body.children) if (one.id !== 'modal') {
        one.inert = true
        one.setAttribute('aria-hidden', 'true')
      }
      document.body.style.pointerEvents = 'none'
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const one of addedNodes) one.inert = true
      }).observe(document.body, { childList: true })`,
  })
  await host.works()
})

test('pain 7 Radix: Next is hit and focusable', async ({ host, page }) => {
  await host.open({ body: '', apps: ['radix'] }, { silent: true })
  await page.getByRole('button', { name: 'Open' }).click()
  await host.works()
  expect(await page.evaluate(() => document.body.style.pointerEvents)).toBe('none')
})

test('pain 8 a menu that closes on a press outside: Next neither closes it nor is heard by it', async ({
  host,
  page,
}) => {
  const kinds = "['pointerdown', 'mousedown', 'touchstart', 'click', 'focusin']"
  await host.open({
    body: `<button id="opener">Menu</button><div id="menu" style="padding:80px 0 0 240px">${TARGET}</div>`,
    before: `globalThis.outside = []
      for (const kind of ${kinds}) for (const capture of [true, false])
        document.addEventListener(kind, (event) => {
          if (event.composedPath().includes(document.querySelector('#menu'))) return
          outside.push(kind)
          document.querySelector('#menu').hidden = true
        }, capture)`,
  })
  await host.works()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'outside'))).toEqual([])
  await expect(page.locator('#menu')).toBeVisible()
  await page.locator('#opener').click()
  await expect(page.locator('#menu')).toBeHidden()
})

/** Puts the focus back into the modal as hand-made ones do, on every event that could tell. */
const ENFORCE = `const pull = (event) => {
    const to = event.type === 'focusin' ? event.target : event.relatedTarget
    if (to && !modal.contains(to)) modal.querySelector('input').focus()
  }
  for (const capture of [true, false]) {
    document.addEventListener('focusin', pull, capture)
    document.addEventListener('focusout', pull, capture)
  }
  modal.querySelector('input').focus()`

for (const place of ['before', 'after'] as const) {
  test(`pain 9 a modal that enforces its focus, there ${place} us: no fight, the panel is reachable`, async ({
    host,
    page,
  }) => {
    const modal = `<div role="dialog" aria-modal="true" aria-label="Send" id="modal"
      style="position:fixed;inset:40px;background:#fff"><input name="to"><p style="${BOX}">${TARGET}</p></div>`
    await openIn(page, host, { body: modal, ...(place === 'before' ? { script: ENFORCE } : {}) })
    if (place === 'after') await page.evaluate(`{ ${ENFORCE} }`)
    await installGauge(page)
    await page.evaluate(() => {
      Reflect.set(globalThis, 'moves', 0)
      const count = (): void => {
        Reflect.set(globalThis, 'moves', Number(Reflect.get(globalThis, 'moves')) + 1)
      }
      window.addEventListener('focus', count, true)
    })
    const next = host.panel('One').getByRole('button', NEXT)
    await next.focus()
    await page.evaluate(() => gauge.rest(1000))
    expect(Number(await page.evaluate(() => Reflect.get(globalThis, 'moves')))).toBeLessThan(3)
    await expect(next).toBeFocused()
    await page.keyboard.press('Enter')
    await host.seeStep('Two')
    expect((await host.seen()).errors).toEqual([])
  })
}

const FULL = `<div id="stage" style="background:#eee;padding:40px"><button id="full"
  onclick="document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()">Full screen</button>
  <p style="${BOX}">${TARGET}</p></div>`
const FULLSCREEN = { name: 'full screen', probe: 'document.fullscreenEnabled' }

/** Goes into full screen as a user does: it needs a press. */
async function goFull(page: Page): Promise<void> {
  await page.locator('#full').click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('stage')
}

test('pain 10 a guide that starts in full screen is seen there', async ({ host, page }) => {
  await host.open({ body: FULL, journey: tour({ start: 'on-request' }) }, { silent: true })
  if (!(await has(page, FULLSCREEN))) return
  await goFull(page)
  await page.evaluate(() => void Reflect.get(globalThis, 'firstwin').start('tour'))
  await host.seeStep('One')
  await expect.poll(async () => (await host.look()).owner).toBe('div#stage')
  await host.works()
})

test('pain 10 full screen while a guide is shown: it comes along, and back', async ({
  host,
  page,
}) => {
  await host.open({ body: FULL })
  if (!(await has(page, FULLSCREEN))) return
  await goFull(page)
  await expect.poll(async () => (await host.look()).owner).toBe('div#stage')
  expect((await host.look()).isHit).toBe(true)
  await page.locator('#full').click()
  await expect.poll(async () => (await host.look()).owner).toBe('html')
  await host.works()
})
