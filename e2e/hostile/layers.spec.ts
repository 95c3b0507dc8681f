import type { Page } from '@playwright/test'
import { BODY } from './host-page.ts'
import { expectWithin } from './moments.ts'
import { openWithoutInterval } from './no-interval.ts'
import { expect, has, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* The host opens, covers, moves and hides things above, around and on us. */

/** Steps that stand in the middle: what they point at cannot hide them. */
const CENTRED = tour({ steps: ['One', 'Two', 'Three'].map((title) => toStep(title, undefined)) })
/** Nothing comes unasked while a dialog is open. */
const ON_REQUEST = tour({ start: 'on-request' })
const COVER =
  '<div id="cover" style="position:fixed;inset:0;width:auto;height:auto;margin:0;background:#123"'

for (const kind of ['auto', 'manual']) {
  test(`H7 a popover (${kind}) covers the window after us`, async ({ host, page }) => {
    await openWithoutInterval(host, page, { body: `${BODY}${COVER} popover="${kind}">Cover</div>` })
    await expectWithin(page, 100, {
      act: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
      until: ({ isHit }) => isHit,
    })
    await host.works({ isDetached: true })
  })
}

test('H8 a modal dialog takes the target in', async ({ host, page }) => {
  const dialog = '<dialog id="ask" open style="margin:60px 300px">Sure?'
  await openWithoutInterval(host, page, {
    body: `${dialog}<p><button data-firstwin="target">Send</button></dialog>`,
  })
  await expectWithin(page, 100, {
    act: () => {
      const ask = document.querySelector<HTMLDialogElement>('#ask')
      ask?.close()
      ask?.showModal()
    },
    until: ({ owner, isHit }) => owner === 'dialog#ask' && isHit,
  })
  await host.works()
})

test('H8 a modal dialog opens over a step and closes again', async ({ host, page }) => {
  const dialog = '<dialog id="ask" style="position:fixed;inset:0;width:100%;height:100%">'
  await openWithoutInterval(host, page, {
    journey: CENTRED,
    body: `${dialog}<button>Yes</button></dialog>${BODY}`,
  })
  await expectWithin(page, 100, {
    act: () => document.querySelector<HTMLDialogElement>('#ask')?.showModal(),
    until: ({ owner, isHit }) => owner === 'dialog#ask' && isHit,
  })
  const next = host.panel('One').getByRole('button', { name: 'Next' })
  await next.focus()
  await expectWithin(page, 100, {
    act: () => document.querySelector<HTMLDialogElement>('#ask')?.close(),
    until: ({ owner, isHit }) => owner === 'html' && isHit,
  })
  await expect(next).toBeFocused()
  await host.works({ isDetached: true })
})

const SEND = '<button type="button" data-firstwin="target">Send</button>'

test('H9 a modal dialog in a shadow root of the host', async ({ host, page }) => {
  const inside = `<dialog id="ask" style="margin:40px"><button>Yes</button>${SEND}</dialog>`
  await host.open(
    {
      journey: ON_REQUEST,
      body: '<my-app></my-app>',
      script: `document.querySelector('my-app').attachShadow({ mode: 'open' }).innerHTML = \`${inside}\``,
    },
    { silent: true },
  )
  await page.evaluate(() =>
    document.querySelector('my-app')?.shadowRoot?.querySelector('dialog')?.showModal(),
  )
  await host.call('start', 'tour')
  await host.works()
  expect((await host.look()).owner).toBe('dialog#ask')
})

test('H9 a modal dialog in a shadow root opens over a step', async ({ host, page }) => {
  await openWithoutInterval(host, page, {
    journey: CENTRED,
    body: `${BODY}<my-app></my-app>`,
    script: `document.querySelector('my-app').attachShadow({ mode: 'open' }).innerHTML =
      '<dialog id="ask"><button>Yes</button></dialog>'`,
  })
  await expectWithin(page, 100, {
    act: () => document.querySelector('my-app')?.shadowRoot?.querySelector('dialog')?.showModal(),
    until: ({ owner, isHit }) => owner === 'dialog#ask' && isHit,
  })
})

const NARROW = {
  'hides what overflows': 'overflow:hidden;width:50px;height:50px',
  'is transformed': 'transform:rotate(3deg) scale(.9)',
  'is filtered': 'filter:saturate(2);backdrop-filter:blur(2px)',
  'does all of that': 'overflow:hidden;width:50px;height:50px;transform:scale(.9);filter:sepia(.1)',
}

for (const [name, style] of Object.entries(NARROW)) {
  test(`H10 a modal dialog ${name}`, async ({ host, page }) => {
    const dialog = `<dialog style="margin:60px 400px;padding:4px;${style}">${SEND}</dialog>`
    await host.open({ journey: ON_REQUEST, body: dialog }, { silent: true })
    await page.evaluate(() => document.querySelector('dialog')?.showModal())
    await host.call('start', 'tour')
    await host.works()
    expect((await host.look()).owner).toBe('dialog')
  })
}

const FULL_SCREEN = { name: 'full screen', probe: 'document.fullscreenEnabled' }

test('H11 an element in full screen and back', async ({ host, page }) => {
  const stage = `<section id="stage"><button id="go">Big</button>${BODY}</section>`
  await openWithoutInterval(host, page, {
    body: stage,
    script: `document.querySelector('#go').onclick = () =>
      document.querySelector('#stage').requestFullscreen()`,
  })
  if (!(await has(page, FULL_SCREEN))) return
  await page.getByRole('button', { name: 'Big' }).click()
  await expect.poll(async () => (await host.look()).owner).toBe('section#stage')
  await host.works()
  await expectWithin(page, 100, {
    act: () => document.exitFullscreen(),
    until: ({ owner, isHit }) => owner === 'html' && isHit,
  })
})

test('H11 a step that comes while an element is in full screen', async ({ host, page }) => {
  await host.open(
    {
      journey: ON_REQUEST,
      body: `<section id="stage"><button id="go">Big</button>${BODY}</section>`,
      script: `document.querySelector('#go').onclick = async () => {
        await document.querySelector('#stage').requestFullscreen()
        firstwin.start('tour')
      }`,
    },
    { silent: true },
  )
  if (!(await has(page, FULL_SCREEN))) return
  await page.getByRole('button', { name: 'Big' }).click()
  await host.works()
  expect((await host.look()).owner).toBe('section#stage')
})

test('H13 an open menu holds the target', async ({ host, page }) => {
  const menu = '<div id="menu" popover style="margin:80px 300px">'
  await host.open({
    body: `${menu}<button type="button" data-firstwin="target">Send</button></div>`,
    script: 'menu.showPopover()',
  })
  await host.works()
  expect((await host.look()).owner).toBe('div#menu')
  expect(await isOpen(page, '#menu')).toBe(true)
})

function isOpen(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (css) => document.querySelector(css)?.matches(':popover-open') === true,
    selector,
  )
}

const PUT_AWAY = {
  'inert on what is in the body': () => {
    for (const one of document.body.children) one.setAttribute('inert', '')
  },
  'aria-hidden on what is in the body': () => {
    for (const one of document.body.children) one.setAttribute('aria-hidden', 'true')
  },
  'inert on the body': () => document.body.setAttribute('inert', ''),
  'aria-hidden and no pointer on the body': () => {
    document.body.setAttribute('aria-hidden', 'true')
    document.body.style.pointerEvents = 'none'
  },
}

for (const [name, put] of Object.entries(PUT_AWAY)) {
  test(`H14 ${name}`, async ({ host, page }) => {
    await host.open({})
    await page.evaluate(put)
    await host.works()
  })
}

test('H15 inert on us', async ({ host, page }) => {
  await openWithoutInterval(host, page)
  await expectWithin(page, 100, {
    act: () => document.querySelector('firstwin-root')?.setAttribute('inert', ''),
    until: ({ isHit }) =>
      isHit && document.querySelector('firstwin-root')?.hasAttribute('inert') === false,
  })
  await host.works()
})

const BODIES = {
  'is transformed': 'transform:translate(40px,30px) rotate(1deg) scale(.95)',
  'is filtered and faded': 'filter:blur(3px);opacity:.3',
  'has a perspective': 'perspective:400px;transform-style:preserve-3d',
  'contains its content': 'contain:layout paint style;overflow:hidden;height:400px',
}

for (const [name, style] of Object.entries(BODIES)) {
  test(`H16 the body ${name}`, async ({ host, page }) => {
    await host.open({ css: `body { ${style} }` })
    await host.works()
    const looks = await page.evaluate(() => {
      const chain: Element[] = []
      const root = document.querySelector('firstwin-root')
      for (let at: Element | null = root; at; at = at.parentElement) chain.push(at)
      return chain.map((one) =>
        [getComputedStyle(one).opacity, getComputedStyle(one).filter].join(),
      )
    })
    expect(new Set(looks)).toEqual(new Set(['1,none']))
  })
}

for (const size of ['62.5%', '200%', '6px']) {
  test(`H18 a root font size of ${size}`, async ({ host, page }) => {
    const sizes = (): Promise<string[]> =>
      page.evaluate(() => {
        const root = document.querySelector('firstwin-root')
        const inner = [...(root?.shadowRoot?.querySelectorAll('.panel, .title, .button') ?? [])]
        return [root, ...inner].map((one) => (one ? getComputedStyle(one).fontSize : ''))
      })
    // Our own styles, which WebKit applies late.
    const isStyled = async (): Promise<boolean> => (await host.look()).isHit
    await host.open({})
    await expect.poll(isStyled).toBe(true)
    const ordinary = await sizes()
    expect(ordinary[0]).toBe('16px')
    await host.open({ css: `html, body { font-size: ${size} }` })
    await expect.poll(sizes).toEqual(ordinary)
    await host.works()
  })
}
