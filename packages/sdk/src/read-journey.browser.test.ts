import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deadUrl, journeyUrl } from '../test/journey-url.ts'
import { miss, see, seen } from '../test/seen.ts'
import { smallJourney } from '../test/small-journey.ts'
import { heard, isDone, running, useWorld } from '../test/use-world.ts'

const world = useWorld()

function expectHostUnharmed(): void {
  expect(world.host.isAsBefore()).toBe(true)
  world.host.button.click()
  expect(world.host.clicks()).toBe(1)
  expect(world.endpoint.taken).toEqual([])
}

describe('a journey that there is no way to run', () => {
  it.each([
    ['is missing', () => '/no-such.journey.json', 'HTTP 404'],
    ['cannot be reached', deadUrl, 'Failed to fetch'],
  ])('is named with its address and the reason when it %s', async (_, toUrl, reason) => {
    const url = toUrl()
    world.start({ journey: url }).open()
    const lines = await world.told('journey-unreachable')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('Check the URL in `data-journey`')
    expect(lines[0]).toContain(`${url}: `)
    expect(lines[0]).toContain(reason)
    expectHostUnharmed()
  })

  it('is named with line and column when it is not JSON', async () => {
    world.start({ journey: journeyUrl('{\n  "format": 1,\n  "id": \n}') }).open()
    await world.told('journey:')
    expect(world.console.lines).toEqual([
      expect.stringMatching(/is not JSON, so nothing is shown.*\(journey-not-json\)$/),
      '[firstwin] journey:4:1 error: Not JSON: a value is expected, found "}".',
    ])
    expectHostUnharmed()
  })

  it.each([
    ['another format', { ...smallJourney(), format: 2 }, 'journey:2:13 error format: Unknown'],
    ['a list', [smallJourney()], 'journey:1:1 error: Expected an object, found a list.'],
    ['no id', { ...smallJourney(), id: undefined }, 'error id: Missing key "id".'],
  ])('is refused with its place when it is %s', async (_, journey, place) => {
    world.start({ journey }).open()
    expect(await world.told('journey-invalid')).toHaveLength(1)
    expect(world.console.about(place)).toHaveLength(1)
    expectHostUnharmed()
  })

  it.each([
    ['null', 'null'],
    ['a text', '"journey"'],
    ['nothing', ''],
  ])('is refused when the file holds %s', async (_, text) => {
    world.start({ journey: journeyUrl(text) }).open()
    expect(await world.told('so nothing is shown')).toHaveLength(1)
    expectHostUnharmed()
  })
})

/** As in a script tag. */
async function integrityOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text))
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`
}

describe('T18 a journey that is pinned by its hash', () => {
  const text = JSON.stringify(smallJourney())

  it('runs when the file is that very one', async () => {
    world.start({ journey: journeyUrl(text), integrity: await integrityOf(text) }).open()
    await see('Send your first mail')
    expect(world.console.lines).toEqual([])
  })

  it('is not shown when one byte of it has changed', async () => {
    const journey = journeyUrl(text.replace('Send your', 'Lend your'))
    const firstwin = world.start({ journey, integrity: await integrityOf(text) })
    firstwin.open()
    const lines = await world.told('journey-unreachable')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('where `integrity` is set, with that very file')
    expect(firstwin.progress.get()).toBeUndefined()
    expectHostUnharmed()
  })
})

describe('a journey with mistakes in it', () => {
  it('prints nothing where there are none', async () => {
    const firstwin = world.start()
    await running(firstwin)
    firstwin.open()
    await see('Send your first mail')
    expect(world.console.lines).toEqual([])
  })

  it('says line, column and what was meant of an unknown key, and runs', async () => {
    const { wins, ...rest } = smallJourney()
    const text = JSON.stringify({ wins: [{ ...wins[0], celebrat: 'big' }], ...rest }, undefined, 2)
    world.start({ journey: journeyUrl(text) }).open()
    const line = text.slice(0, text.indexOf('"celebrat"')).split('\n').length
    expect(await world.told('celebrat')).toEqual([
      `[firstwin] journey:${line}:7 error wins[0].celebrat: Unknown key "celebrat". Did you mean "celebrate"?`,
    ])
    await see('Send your first mail')
  })

  it('leaves out the second of two parts with one id, and reports that once', async () => {
    const { wins } = smallJourney()
    const twin = { id: 'seen', title: 'Another', when: { event: 'something.else' } }
    const firstwin = world.start({ journey: smallJourney({ wins: [...wins, twin] }) })
    firstwin.track('something.else')
    await running(firstwin)
    await isDone(firstwin, 0)
    firstwin.track('preview.opened')
    await world.arrived('win_reached')
    expect(world.taken('journey_invalid').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({ path: 'wins[3].id', reason: 'duplicate-id' }),
    ])
    expect(world.console.about('The id "seen" is taken by another win')).toHaveLength(1)
  })

  it('tells the host of a part that is left out as it tells the endpoint', async () => {
    const { wins } = smallJourney()
    const firstwin = world.start({ journey: smallJourney({ wins: [...wins, wins[0]] }) })
    const fault = heard(firstwin, 'journey_invalid')
    await world.arrived('journey_invalid')
    expect(await fault).toEqual({ path: 'wins[3].id', reason: 'duplicate-id' })
  })

  it('says which win no event can reach', async () => {
    const dream = { id: 'dream', title: 'A dream', when: { trait: 'plan', is: 'pro' } }
    const firstwin = world.start({
      journey: smallJourney({ wins: [...smallJourney().wins, dream] }),
    })
    const lines = await world.told('No event can reach this win')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/journey:\d+:\d+ error wins\[3]\.when: /)
    firstwin.open()
    await see('Send your first mail')
  })

  it('runs without what can never be shown', async () => {
    const journey = smallJourney({
      guides: [{ id: 'sending', title: 'Sending', steps: [{ id: 'x', title: 7 }] }, 'what'],
      messages: [{ id: 'm', kind: 'carrier-pigeon', title: 'Coo', when: { event: 'x' } }],
    })
    world.start({ journey }).open()
    await see('Send your first mail')
    await world.arrived('journey_invalid', 3)
    expect(seen()).not.toContain('Coo')
  })
})

describe('a step whose target does not exist', () => {
  it('waits out of sight, is told and reported once after 10 s, and comes with its target', async () => {
    const { button } = world.host
    const parent = button.parentElement as HTMLElement
    button.remove()
    const firstwin = world.start()
    const started = heard(firstwin, 'guide_started')
    firstwin.start('sending', { step: 'press' })
    await started
    expect(seen()).not.toContain('Press here')

    await world.pass(5000)
    expect(world.console.about('target-missing')).toEqual([])
    await world.pass(6000)
    expect(await world.told('target-missing')).toEqual([
      expect.stringMatching(/has not been on the page for 10 s\..*sending\/press$/),
    ])
    await world.pass(60_000)
    const [report, ...others] = await world.arrived('target_missing')
    const found = {
      guide: 'sending',
      step: 'press',
      reason: 'not-found',
      waitedMs: expect.any(Number),
    }
    expect(report?.properties).toMatchObject(found)
    expect(others).toEqual([])
    expect(world.console.about('target-missing')).toHaveLength(1)

    parent.append(button)
    await see('Press here')
    await userEvent.click(button)
    expect(world.host.clicks()).toBe(1)
    await world.arrived('guide_completed')
    await miss('Press here')
  })

  it('says nothing of a target that comes in time', async () => {
    const { button } = world.host
    const parent = button.parentElement as HTMLElement
    button.remove()
    const firstwin = world.start()
    const started = heard(firstwin, 'guide_started')
    firstwin.start('sending', { step: 'press' })
    await started
    await world.pass(5000)
    parent.append(button)
    await see('Press here')
    await world.pass(20_000)
    expect(world.console.about('target-missing')).toEqual([])
    expect(world.taken('target_missing')).toEqual([])
  })
})
