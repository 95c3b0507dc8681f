import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { breakStorage } from '../test/break-storage.ts'
import { dumpStorage, storedUnder } from '../test/dump-storage.ts'
import { miss, press, see, seen } from '../test/seen.ts'
import { CONTRACT, smallJourney } from '../test/small-journey.ts'
import { isDone, PATIENT, running, useWorld } from '../test/use-world.ts'

const world = useWorld()

const withLetter = smallJourney({
  messages: [
    {
      id: 'welcome',
      kind: 'confirmation',
      when: { since: 'start', lessThan: '7d' },
      once: true,
      title: 'You made a good choice',
      body: 'Here is the way.',
      signedBy: { name: 'Aoi Tanaka' },
      roadmap: true,
    },
  ],
})

describe.each(['blocked', 'full'] as const)('storage that is %s', (how) => {
  it('is told of once, and everything works until the page is closed', async () => {
    world.undo(breakStorage(how))
    const firstwin = world.start()
    firstwin.identify('u_1', { contractedAt: CONTRACT })
    firstwin.open()
    await see('Send your first mail')
    firstwin.track('preview.opened')
    await isDone(firstwin, 1)
    firstwin.track('mail.sent')
    await see('Carry on')
    await isDone(firstwin, 2)
    await world.arrived('win_reached', 2)
    await world.arrived('celebration_shown')
    const ids = world.taken().map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(world.console.lines).toEqual([
      expect.stringMatching(/progress lasts until the page is closed\. \(storage-blocked\)/),
    ])
  })
})

describe('stored texts that are broken', () => {
  it.each(['{"oops', 'null', '[]', '{"version":1,"wins":7,"guides":{"sending":{}}}', ''])(
    'count as never written: %s',
    async (broken) => {
      const before = world.start()
      before.identify('u_1')
      before.start('sending')
      before.track('preview.opened')
      await see('Give it a subject')
      before.stop()
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of Object.keys(storage)) storage.setItem(key, broken)
      }
      localStorage.setItem('fw:q:nonsense', broken)
      localStorage.setItem('fw:early', broken)

      const later = world.reload()
      later.identify('u_1')
      later.open()
      await see('Send your first mail')
      later.track('mail.sent')
      await world.arrived('celebration_shown')
      expect(world.console.lines).toEqual([])
    },
  )
})

describe('a reload', () => {
  it('finds the step that was shown, and does not report it again', async () => {
    world.start().start('sending')
    await see('Give it a subject')
    await press('Next')
    await see('Press here')
    const later = world.reload()
    await see('Press here')
    await userEvent.click(world.host.button)
    await miss('Press here')
    later.track('preview.opened')
    await world.arrived('win_reached')
    const steps = world.taken('step_viewed').map(({ properties }) => properties['step'])
    expect(steps).toEqual(['subject', 'press'])
    expect(world.taken('guide_started')).toHaveLength(1)
    expect(world.taken('guide_completed')).toHaveLength(1)
  })

  it('finds the checklist open, and closed where it was closed', async () => {
    const firstwin = world.start()
    firstwin.open()
    await see('Choose one')
    const later = world.reload()
    await see('Choose one')
    later.close()
    await miss('Choose one')
    await running(world.reload())
    await see('0 of 3 done')
    expect(seen()).not.toContain('Choose one')
  })

  it('finds the letter that was not answered, and never again one that was', async () => {
    const open = (): void => world.reload({ journey: withLetter }).identify('u_1')
    open()
    await see('You made a good choice')
    open()
    await see('You made a good choice')
    await press('Close')
    await world.arrived('message_answered')
    open()
    await see('0 of 3 done')
    expect(seen()).not.toContain('You made a good choice')
    expect(world.taken('message_shown')).toHaveLength(1)
  })

  it.each(['q', 'visitor', 'user', 'early'])(
    'finds the progress of a journey called %s',
    async (id) => {
      const journey = smallJourney({ id })
      world.start({ journey }).track('preview.opened')
      await world.arrived('win_reached')
      const later = world.reload({ journey })
      await isDone(later, 1)
      later.track('mail.sent')
      await world.arrived('win_reached', 2)
      await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
      await isDone(world.reload({ journey }), 2)
      expect(world.taken('win_reached')).toHaveLength(2)
    },
  )

  it('does not celebrate twice, on this tab or on another', async () => {
    const firstwin = world.start()
    firstwin.track('mail.sent')
    await see('Your first mail is out')
    await press('Carry on')
    await miss('Your first mail is out')
    await running(world.reload())
    sessionStorage.clear()
    const elsewhere = world.reload()
    elsewhere.track('mail.sent')
    elsewhere.open()
    await see('Send your first mail')
    expect(seen()).not.toContain('Carry on')
    elsewhere.track('preview.opened')
    await world.arrived('win_reached', 2)
    expect(world.taken('celebration_shown')).toHaveLength(1)
    expect(world.taken('journey_started')).toHaveLength(1)
  })

  it('makes up for praise that the page went away under', async () => {
    const firstwin = world.start()
    await running(firstwin)
    firstwin.track('mail.sent')
    world.reload()
    await see('Your first mail is out')
    await world.arrived('celebration_shown')
    expect(await world.arrived('win_reached')).toHaveLength(1)
  })
})

describe('what is kept on the device', () => {
  const canaries = /canary|owner|2026-11-20|Send your first mail|Aoi Tanaka|Pick a template/

  it('holds no traits and no texts once the endpoint has the events', async () => {
    const firstwin = world.start({ journey: withLetter, apply: () => {} })
    firstwin.identify('u_1', { name: 'canary-1', contractedAt: CONTRACT, role: 'owner' })
    firstwin.group('acme', { name: 'canary-2' })
    firstwin.track('preview.opened', { subject: 'canary-3' })
    await see('You made a good choice')
    firstwin.start('template')
    await press('Use these settings')
    await world.arrived('setup_applied')
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
    expect(Object.keys(dumpStorage()).length).toBeGreaterThan(3)
    expect(JSON.stringify(dumpStorage())).not.toMatch(canaries)
  })

  it('holds traits only in the events that wait, where the endpoint is down', async () => {
    world.endpoint.state = 'down'
    const firstwin = world.start()
    firstwin.identify('u_1', { name: 'canary-1' })
    await world.told('endpoint-unreachable')
    const holding = Object.entries(dumpStorage()).filter(([, text]) => canaries.test(text))
    expect(holding.map(([key]) => key.slice(0, 5))).toEqual(['fw:q:'])
    world.endpoint.state = 'up'
    world.reload()
    await world.arrived('identify')
    await expect.poll(() => JSON.stringify(dumpStorage()), PATIENT).not.toMatch(canaries)
  })
})
