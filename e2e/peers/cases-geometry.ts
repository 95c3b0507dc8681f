import { expect } from '@playwright/test'
import { distance } from '../hostile/guide.ts'
import { TARGET, type Case } from './case.ts'
import { expectInside, expectNear, PATIENCE_MS, type Stage } from './stage.ts'

/* Pages that scroll, move, and are small. */

const PLACE = 'margin:160px 0 160px 320px'
const LONG = 'This is what it is for, in many more words than anybody will read. '.repeat(18)

async function startAndWork(stage: Stage): Promise<void> {
  await stage.start()
  await stage.works()
}

/** The page does something by which the target moves, at least so many px, and the panel with it. */
async function moves(stage: Stage, script: string, leastPx: number): Promise<void> {
  await stage.start()
  await stage.seeStep('One')
  const before = await stage.lookAtRest()
  expectNear(before)
  await stage.page.evaluate(script)
  await expect(async () => {
    const { panel, target } = await stage.look()
    const [wanted, by] = [
      Math.round((target?.y ?? Infinity) - (before.target?.y ?? 0)),
      Math.round((panel?.y ?? Infinity) - (before.panel?.y ?? 0)),
    ]
    expect(Math.abs(wanted), 'px of the target').toBeGreaterThanOrEqual(leastPx)
    expect(
      Math.abs(by - wanted),
      `px of the panel beside the ${wanted} of the target`,
    ).toBeLessThan(3)
  }).toPass({ intervals: [80], timeout: PATIENCE_MS })
}

/** As the browser's own tools measure it: numbers in a zoomed page are of several kinds. */
async function worksZoomed({ page, library, start, seeStep, lookAtRest }: Stage): Promise<void> {
  await start()
  await seeStep('One')
  await lookAtRest()
  const panel = page.locator(library.panel).first()
  const [box, target, next] = await Promise.all(
    [panel, page.locator('#target'), panel.locator(library.next)].map((one) => one.boundingBox()),
  )
  expect(box && target && Math.round(distance(box, target)), 'px to the panel').toBeLessThan(60)
  const isOver = box && target && distance(box, target) === 0
  expect(isOver, 'the panel lies over its target').toBe(false)
  await page.mouse.click(
    (next?.x ?? 0) + (next?.width ?? 0) / 2,
    (next?.y ?? 0) + (next?.height ?? 0) / 2,
  )
  await seeStep('Two')
}

export const GEOMETRY: readonly Case[] = [
  {
    id: 'pain 23',
    name: 'the box around the target scrolls by 60 px: the panel moves by 60 px',
    host: {
      body: `<div id="box" style="position:absolute;left:100px;top:120px;width:500px;height:400px;overflow:auto">
<div style="height:1200px"><p style="margin:160px 0 0 160px">${TARGET}</p></div></div>`,
    },
    check: (stage) => moves(stage, "document.querySelector('#box').scrollBy(0, 60)", 60),
  },
  {
    id: 'pain 24',
    name: 'the target is 1400 px to the right in a box that scrolls: it is brought into view, and the step works',
    host: {
      body: `<div style="width:800px;overflow-x:auto;margin:100px"><div style="width:2400px">
<p style="margin:120px 0 120px 1400px">${TARGET}</p></div></div>`,
    },
    check: async (stage) => {
      await startAndWork(stage)
      const { target } = await stage.look()
      expect(target && target.x >= 100 && target.x + target.width <= 900).toBe(true)
    },
  },
  {
    id: 'pain 25',
    name: 'a banner comes in above the target: the panel moves with it',
    check: (stage) =>
      moves(
        stage,
        "document.body.prepend(Object.assign(document.createElement('div'), { style: 'height:120px' }))",
        120,
      ),
  },
  {
    id: 'pain 26',
    name: 'the target is half under a sticky header of 90 px: all of it comes below',
    host: {
      body: `<header style="position:fixed;top:0;left:0;right:0;height:90px;background:#fff;z-index:10">Mails</header>
<div style="height:1000px"></div><p style="margin:0 0 0 320px">${TARGET}</p><div style="height:2000px"></div>`,
      script: "scrollTo(0, document.querySelector('#target').getBoundingClientRect().y - 80)",
    },
    note: 'React Joyride has an option `scrollOffset`, 20 px by default.',
    check: async (stage) => {
      await startAndWork(stage)
      expect((await stage.look()).target?.y, 'the top of the target').toBeGreaterThanOrEqual(90)
    },
  },
  {
    id: 'pain 27',
    name: 'the page scrolls smoothly, the target is 2600 px below: the step works',
    host: {
      body: `<div style="height:2600px"></div><p style="margin-left:320px">${TARGET}</p><div style="height:2000px"></div>`,
      css: 'html { scroll-behavior: smooth }',
    },
    check: startAndWork,
  },
  {
    id: 'pain 28',
    name: 'the target is fixed: no step scrolls the page, no scrolling moves the panel',
    host: {
      body: `<div style="height:4000px">Mails</div>
<footer style="position:fixed;left:300px;bottom:0;padding:20px;background:#eee">${TARGET}</footer>`,
      script: 'scrollTo(0, 400)',
    },
    note: 'React Joyride has an option `isFixed`.',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      const before = await stage.lookAtRest()
      expect(await stage.page.evaluate('scrollY')).toBe(400)
      await stage.page.evaluate('scrollBy(0, 300)')
      await stage.page.waitForTimeout(300)
      const { panel } = await stage.lookAtRest()
      const drift = Math.hypot(
        (panel?.x ?? Infinity) - (before.panel?.x ?? 0),
        (panel?.y ?? Infinity) - (before.panel?.y ?? 0),
      )
      expect(Math.round(drift), 'px of drift').toBeLessThan(3)
      await stage.works()
    },
  },
  {
    id: 'pain 29',
    name: '`html { zoom: 1.5 }`: the panel stands beside its target',
    host: { css: 'html { zoom: 1.5 }' },
    check: worksZoomed,
  },
  {
    id: 'H16',
    name: '`body { transform }` on a page that is scrolled: the step works',
    host: {
      body: `<div style="height:900px"></div><p style="margin:0 0 900px 420px">${TARGET}</p>`,
      css: 'body { transform: translate(60px, 40px) }',
      script: 'scrollTo(0, 600)',
    },
    check: startAndWork,
  },
  {
    id: 'pain 30',
    name: '320 × 480 and 1200 characters: all of the panel in the window, Next is hit, the target is not covered',
    host: {
      body: `<h1>Mails</h1><p style="margin:120px 0 400px;text-align:right">${TARGET}</p>`,
    },
    text: LONG,
    window: { width: 320, height: 480 },
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      const sight = await stage.lookAtRest()
      expectInside(sight)
      expect(sight.isHit, 'a press on Next reaches it').toBe(true)
      const { panel, target, window } = sight
      // What is left of the target beside the panel, above and below it.
      const isSeen =
        panel &&
        target &&
        target.y < window.height &&
        target.y + target.height > 0 &&
        (target.y < panel.y || target.y + target.height > panel.y + panel.height)
      expect(isSeen, 'something of the target is seen').toBe(true)
    },
  },
  {
    id: 'pain 31',
    name: 'the target is taller than the window: the panel is in it and works',
    host: {
      body: `<p style="${PLACE}">${TARGET.replace('<button', '<button style="width:200px;height:3000px"')}</p>`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.works({ isDetached: true })
    },
  },
  {
    id: 'pain 6',
    name: 'the layout of the host stays as it is: overflow, position and transform of all around the target',
    host: {
      body: `<div style="overflow:visible"><div style="overflow:auto;height:300px">
<div style="height:900px"><p style="margin:100px 0 0 320px">${TARGET}</p></div></div></div>`,
      script: `globalThis.layout = () => {
  const found = []
  for (let one = document.querySelector('#target'); one; one = one.parentElement) {
    const style = getComputedStyle(one)
    found.push(one.localName, ...['overflow', 'position', 'transform', 'zIndex', 'width', 'height'].map((name) => style[name]))
  }
  return found.join(' ')
}`,
    },
    check: async (stage) => {
      const before = await stage.page.evaluate('layout()')
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      expect(await stage.page.evaluate('layout()')).toBe(before)
    },
  },
]
