import { expect } from '@playwright/test'
import { LINK, TARGET, type Case } from './case.ts'
import { isFree } from './probe.ts'
import { expectNear, PATIENCE_MS, type Stage } from './stage.ts'

/* Finding the target, and losing it. */

const PLACE = 'margin:160px 0 160px 320px'
const EMPTY = `<h1>Mails</h1>${LINK}<p id="place"></p>`
/** Longer than each of them waits by default, but for Firstwin, which goes on waiting. */
const GIVEN_UP_MS = 2500

/** No panel that points at nothing, and nothing that lies over the page. */
async function leavesThePage({ page, seeNothing }: Stage): Promise<void> {
  await seeNothing()
  await expect
    .poll(() => page.evaluate(isFree, '#link'), { message: 'the link of the page can be pressed' })
    .toBe(true)
}

const insert = (css: string) =>
  `document.querySelector(${JSON.stringify(css)}).innerHTML = ${JSON.stringify(TARGET)}`

export const TARGETS: readonly Case[] = [
  {
    id: 'pain 12',
    name: 'the target comes 800 ms late: nothing is painted before, then the step works',
    host: { body: EMPTY },
    note: 'driver.js has an option `waitForElement`, which is off by default.',
    check: async (stage) => {
      // By the clock of the page: React Joyride waits for 1000 ms, whatever the machine is busy with.
      await stage.page.evaluate(
        `peer.start(); setTimeout(() => { early = Boolean(document.querySelector('.driver-popover, .react-joyride__tooltip')
          ?? document.querySelector('firstwin-root')?.shadowRoot.querySelector('.panel')); ${insert('#place')} }, 800); var early`,
      )
      await expect.poll(() => stage.page.evaluate('early'), { timeout: PATIENCE_MS }).toBeDefined()
      expect(await stage.page.evaluate('early'), 'a panel without a target').toBe(false)
      await stage.works()
    },
  },
  {
    id: 'pain 13',
    name: 'the target never comes: no panel, and the page can be used',
    host: { body: EMPTY },
    note: 'driver.js shows the step in the middle of the page, which is documented; it has an option `skipMissingElement`.',
    check: async (stage) => {
      await stage.start()
      await stage.page.waitForTimeout(GIVEN_UP_MS)
      await leavesThePage(stage)
    },
  },
  {
    id: 'pain 15',
    name: 'the target has no size: no panel, and the page can be used',
    host: {
      body: `<h1>Mails</h1>${LINK}<p style="${PLACE}">${TARGET.replace('<button', '<button style="width:0;height:0;padding:0;border:0;overflow:hidden"')}</p>`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.page.waitForTimeout(GIVEN_UP_MS)
      await leavesThePage(stage)
    },
  },
  {
    id: 'pain 16',
    name: 'a hidden twin stands first: the step stands at the one that is seen',
    host: {
      body: `<nav style="display:none"><button type="button" class="send">Send</button></nav>
<p style="${PLACE}"><button type="button" class="send">Send</button></p>`,
    },
    css: '.send',
    check: async (stage) => {
      await stage.start()
      await stage.works()
    },
  },
  {
    id: 'pain 17',
    name: 'the target is removed: no panel stays behind, and the page can be used',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      await stage.page.evaluate("document.querySelector('#target').remove()")
      await leavesThePage(stage)
    },
  },
  {
    id: 'pain 17',
    name: 'the target is drawn anew elsewhere: the step goes there',
    host: { body: `<div id="app"><p style="${PLACE}">${TARGET}</p></div>` },
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      const anew = `<p style="margin:320px 0 0 760px">${TARGET}</p>`
      await stage.page.evaluate(
        `document.querySelector('#app').innerHTML = ${JSON.stringify(anew)}`,
      )
      await stage.works()
    },
  },
  {
    id: 'pain 20',
    name: 'the target is in an open shadow root: the step works',
    host: {
      body: `<p style="${PLACE}"><my-app></my-app></p>`,
      script: `document.querySelector('my-app').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(TARGET)}`,
    },
    element: "document.querySelector('my-app').shadowRoot.querySelector('#target')",
    note: 'Firstwin is given a selector; driver.js and React Joyride, whose selectors end at the root, are given the element.',
    check: async (stage) => {
      await stage.start()
      await stage.works()
    },
  },
  {
    id: 'pain 21',
    name: 'the target is in a frame of the same origin: the step works',
    host: {
      body: `<iframe id="frame" style="margin:120px 0 0 300px;width:400px;height:200px"></iframe><p id="spot" style="position:absolute;pointer-events:none"></p>`,
      // The probe looks in the page alone: `#spot` lies where the target is.
      script: `frame.srcdoc = '<button id="target" style="margin:60px">Send</button>'
frame.addEventListener('load', () => {
  const [outer, inner] = [frame, frame.contentDocument.querySelector('#target')].map((one) => one.getBoundingClientRect())
  Object.assign(spot.style, { left: outer.x + frame.clientLeft + inner.x + 'px', margin: 0,
    top: outer.y + frame.clientTop + inner.y + 'px', width: inner.width + 'px', height: inner.height + 'px' })
  document.body.dataset.ready = ''
})`,
    },
    element: "document.querySelector('#frame').contentDocument.querySelector('#target')",
    note: 'As with the shadow root: a selector for Firstwin, the element for the others.',
    check: async (stage) => {
      await stage.page.locator('body[data-ready]').waitFor({ timeout: PATIENCE_MS })
      await stage.start()
      await stage.seeStep('One')
      const sight = await stage.lookAtRest()
      const box = await stage.page.locator('#spot').boundingBox()
      expectNear({ ...sight, target: box ?? undefined })
      expect(sight.isHit, 'a press on Next reaches it').toBe(true)
      await stage.pressNext()
      await stage.seeStep('Two')
    },
  },
  {
    id: 'pain 22',
    name: 'the target is a part of an SVG: the step works',
    host: {
      body: `<svg width="600" height="300" style="margin:100px"><rect id="target" x="200" y="80" width="90" height="40"/></svg>`,
    },
    check: async (stage) => {
      await stage.start()
      await stage.works()
    },
  },
]
