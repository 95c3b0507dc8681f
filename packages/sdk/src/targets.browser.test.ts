import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { addFrame, addRoot } from '../test/deep-page.ts'
import { miss, see, seen } from '../test/seen.ts'
import { smallJourney } from '../test/small-journey.ts'
import { useWorld } from '../test/use-world.ts'

const world = useWorld()

function journeyWith(target: object, more: object = {}) {
  const steps = [{ id: 'one', target, title: 'Look here', ...more }]
  return smallJourney({ guides: [{ id: 'sending', title: 'Sending', steps }] })
}

function begin(target: object, more?: object): void {
  world.start({ journey: journeyWith(target, more) }).start('sending')
}

/** Puts the button of the host into this place, and back at the end. */
function moveButton(place: Node): void {
  const { button } = world.host
  const { parentElement } = button
  place.appendChild(button)
  world.undo(() => parentElement?.append(button))
}

describe('a step', () => {
  it('points at what is in a shadow root, and hears the click on it', async () => {
    const outer = addRoot(document.body)
    world.undo(() => outer.host.remove())
    moveButton(addRoot(outer))
    begin({ id: 'send' }, { advance: { on: 'click' } })
    await see('Look here')
    world.host.button.click()
    await world.pass(500)
    // What a script does is no act of the user.
    expect(seen()).toContain('Look here')
    await page.getByRole('button', { name: 'Send' }).first().click()
    await world.arrived('guide_completed')
  })

  it('points at what is in a frame', async () => {
    const frame = addFrame(document.body)
    world.undo(() => frame.defaultView?.frameElement?.remove())
    moveButton(frame.body)
    begin({ id: 'send' })
    await see('Look here')
    frame.location.reload()
    await miss('Look here')
    expect(world.host.errors).toEqual([])
  })

  it('waits until what lies over its target is gone, and then stays under the next', async () => {
    const card = cover()
    begin({ id: 'send' })
    await world.pass(2000)
    expect(seen()).not.toContain('Look here')
    card.remove()
    await see('Look here')
    document.body.append(card)
    await world.pass(2000)
    expect(seen()).toContain('Look here')
    expect(await world.arrived('step_viewed')).toHaveLength(1)
    expect(world.taken('target_missing')).toEqual([])
  })

  it.each<[string, object, () => void]>([
    ['covered', { id: 'send' }, () => void cover()],
    ['hidden', { id: 'send' }, () => void (world.host.button.hidden = true)],
    ['refused', { css: 'button:has(b)' }, () => {}],
    ['unreachable', { css: 'closed-app >>> b' }, () => addClosed()],
    ['not-found', { css: 'b.none' }, () => {}],
  ])('reports once that its target is %s', async (reason, target, prepare) => {
    prepare()
    begin(target)
    await world.arrived('guide_started')
    await world.pass(1000)
    await world.pass(30_000)
    const reports = await world.arrived('target_missing')
    expect(reports.map(({ properties }) => properties['reason'])).toEqual([reason])
    expect(seen()).not.toContain('Look here')
  })

  it('pauses while its target is gone, and comes back without being counted again', async () => {
    const { button } = world.host
    const { parentElement } = button
    begin({ id: 'send' })
    await see('Look here')
    button.remove()
    await miss('Look here')
    parentElement?.append(button)
    await see('Look here')
    button.replaceWith(button.cloneNode(true))
    await world.pass(500)
    await see('Look here')
    button.hidden = false
    expect(await world.arrived('step_viewed')).toHaveLength(1)
    expect(world.taken('target_missing')).toEqual([])
  })

  it('goes on after a page load, where the user was', async () => {
    const steps = [
      { id: 'one', target: { id: 'subject' }, title: 'First this', advance: { event: 'typed' } },
      { id: 'two', target: { css: 'my-app >>> b' }, title: 'Then that' },
    ]
    const journey = smallJourney({ guides: [{ id: 'sending', title: 'Sending', steps }] })
    const firstwin = world.start({ journey })
    firstwin.start('sending')
    await see('First this')
    firstwin.track('typed')
    await miss('First this')
    world.reload({ journey })
    await world.pass(1000)
    expect(seen()).not.toContain('Then that')
    const root = addRoot(document.body, '<b>that</b>', 'my-app')
    world.undo(() => root.host.remove())
    await see('Then that')
    world.reload({ journey })
    await see('Then that')
    expect(await world.arrived('step_viewed', 2)).toHaveLength(2)
  })
})

describe('a page that is routed by its hash', () => {
  it('has its path in the hash for conditions, and guides lead there by it', async () => {
    const start = location.href
    world.undo(() => history.replaceState(undefined, '', start))
    history.replaceState(undefined, '', '#/mails')
    const steps = [{ id: 'one', route: '/reports', target: { id: 'send' }, title: 'Look here' }]
    const guides = [{ id: 'sending', title: 'Sending', start: { route: '/inbox' }, steps }]
    world.start({ journey: smallJourney({ guides }) })
    await world.pass(1000)
    expect(location.hash).toBe('#/mails')
    location.hash = '#/inbox'
    await see('Look here')
    await expect.poll(() => location.hash).toBe('#/reports')
  })
})

/** Lays a card over the host's form. */
function cover(): HTMLElement {
  const card = document.createElement('div')
  card.style.cssText = 'position:absolute;left:0;top:0;width:400px;height:200px;background:#fff'
  document.body.append(card)
  world.undo(() => card.remove())
  return card
}

function addClosed(): void {
  const host = document.createElement('closed-app')
  host.attachShadow({ mode: 'closed' }).innerHTML = '<b>a</b>'
  document.body.append(host)
  world.undo(() => host.remove())
}
