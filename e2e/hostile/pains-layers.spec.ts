import { TARGET } from './host-page.ts'
import { isNear, takePicture } from './picture.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, A: layers, and what is around us. */

test('pain 3 a chat widget with the highest z-index: our pixels are on top', async ({
  host,
  page,
}) => {
  const style = 'position:fixed;right:0;bottom:0;width:600px;height:400px;z-index:2147483647'
  await host.open({
    body: `<p style="position:absolute;right:560px;bottom:420px">${TARGET}</p>
      <div style="${style};background:#f0f">Chat</div>`,
    journey: tour({ steps: ['One', 'Two', 'Three'].map(toBelow) }),
  })
  const { panel } = await host.look()
  expect(panel && panel.x + panel.width > 680 && panel.y + panel.height > 320).toBe(true)
  const picture = await takePicture(page)
  const at = [(panel?.x ?? 0) + (panel?.width ?? 0) - 40, (panel?.y ?? 0) + 6] as const
  expect(isNear(picture.colourAt(at[0], at[1]), [255, 0, 255])).toBe(false)
  await host.works()
})

function toBelow(title: string) {
  return toStep(title, { id: 'target' }, { placement: 'bottom' })
}

const CONTEXTS = {
  'a transform': 'transform:translateX(1px)',
  opacity: 'opacity:.999',
  fixed: 'position:fixed;top:200px;left:300px;z-index:5',
  sticky: 'position:sticky;top:0;z-index:5',
}

for (const [name, style] of Object.entries(CONTEXTS)) {
  test(`pain 4 target in the stacking context of ${name}: the hole shows its pixels, a click hits it`, async ({
    host,
    page,
  }) => {
    const target = `<button type="button" data-firstwin="target" onclick="globalThis.hits = (globalThis.hits ?? 0) + 1"
      style="background:#00f;border:0;color:#00f;width:120px;height:60px">Send</button>`
    const body = `<header style="position:relative;z-index:9;height:40px">Mails</header>
      <div style="${style};padding:120px 0 0 300px;width:440px">${target}</div>`
    const steps = [toStep('One', { id: 'target' }, { spotlight: true })]
    await host.open({ body, journey: tour({ steps }) })
    const { target: box } = await host.look()
    const middle = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 30] as const
    await expect
      .poll(async () => isNear((await takePicture(page)).colourAt(1200, 20), [255, 255, 255]))
      .toBe(false)
    const picture = await takePicture(page)
    expect(picture.colourAt(...middle)).toEqual([0, 0, 255])
    await page.mouse.click(...middle)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'hits'))).toBe(1)
  })
}

test('pain 5 the shade fades in: half way the sticky header is as dim as the page', async ({
  host,
  page,
}) => {
  const header = 'position:sticky;top:0;height:60px;z-index:2147483647;background:#fff'
  const steps = [toStep('One', { id: 'target' }, { spotlight: true })]
  await host.open({
    body: `<header style="${header}">Mails</header><div style="transition:all 1s">
      <p style="margin:160px 0 160px 320px">${TARGET}</p></div>`,
    // Every animation of ours is held at its half from its first frame on.
    before: `(function hold() {
      for (const one of document.querySelector('firstwin-root')?.shadowRoot.getAnimations() ?? []) {
        one.pause()
        one.currentTime = one.effect.getComputedTiming().duration / 2
      }
      requestAnimationFrame(hold)
    })()`,
    journey: tour({ steps }),
  })
  await expect
    .poll(async () => isNear((await takePicture(page)).colourAt(1200, 500), [255, 255, 255]))
    .toBe(false)
  const picture = await takePicture(page)
  expect(isNear(picture.colourAt(1200, 30), picture.colourAt(1200, 500))).toBe(true)
})

/** Everything about layout that a tour library ever changed, and every attribute. */
const SNAPSHOT = `globalThis.snapshot = () => {
  const found = [document.querySelector('#slider').outerHTML]
  for (let one = document.querySelector('[data-firstwin=target]'); one; one = one.parentElement) {
    const style = getComputedStyle(one)
    const names = ['overflow', 'position', 'transform', 'zIndex', 'paddingRight', 'width', 'height']
    found.push(one.localName, ...[...one.attributes].map(({ name, value }) => name + value),
      ...names.map((name) => style[name]))
  }
  return found.join('|')
}
globalThis.before = snapshot()`

test('pain 6 the layout of the host: the same before, during and after', async ({ host, page }) => {
  const steps = ['One', 'Two', 'Three'].map((title) =>
    toStep(title, { id: 'target' }, { spotlight: true }),
  )
  await host.open({
    body: `<div id="slider" style="overflow:visible"><div style="overflow:auto;height:300px;position:static">
      <div style="transform:none;height:900px"><p style="margin:400px 0 0 320px">${TARGET}</p></div>
      </div></div>`,
    script: SNAPSHOT,
    journey: tour({ steps }),
  })
  const now = (): Promise<unknown> =>
    page.evaluate(() => {
      const snapshot: () => string = Reflect.get(globalThis, 'snapshot')
      return snapshot()
    })
  const before = await page.evaluate(() => Reflect.get(globalThis, 'before'))
  expect(await now(), 'during').toEqual(before)
  await host.works()
  expect(await now(), 'in the last step').toEqual(before)
  await host.panel('Three').getByRole('button', { name: 'Done' }).click()
  await host.seeNothing()
  expect(await now(), 'after').toEqual(before)
})

test('pain 11 a mount node of the host: all of ours is under it, styled and in place', async ({
  host,
  page,
}) => {
  const style =
    'position:absolute;top:300px;left:200px;transform:translate(40px,30px);overflow:hidden'
  await host.open({
    body: `<p style="margin:200px 0 0 320px">${TARGET}</p><div id="mount" style="${style};width:20px;height:20px"></div>`,
    tag: 'end',
    init: "{ container: document.querySelector('#mount') }",
  })
  await host.works()
  expect((await host.look()).owner).toBe('div#mount')
  const elsewhere = await page.evaluate(() => ({
    html: [...document.documentElement.children].map(({ localName }) => localName),
    body: [...document.body.children].map(({ localName }) => localName),
    background: getComputedStyle(
      document.querySelector('firstwin-root')?.shadowRoot?.querySelector('.panel') ?? document.body,
    ).backgroundColor,
  }))
  expect(elsewhere.html).toEqual(['head', 'body'])
  expect(new Set(elsewhere.body)).toEqual(new Set(['p', 'div', 'script']))
  expect(elsewhere.background).toBe('rgb(255, 255, 255)')
})
