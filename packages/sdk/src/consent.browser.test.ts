import { describe, expect, it, vi } from 'vitest'
import { dumpStorage } from '../test/dump-storage.ts'
import { see } from '../test/seen.ts'
import { isDone, useWorld } from '../test/use-world.ts'
import type { Firstwin } from './index.ts'

const world = useWorld()

/** A user who is named, opens the checklist and has a success that is celebrated. */
async function use(firstwin: Firstwin): Promise<void> {
  firstwin.identify('u_1', { plan: 'trial' })
  firstwin.group('acme')
  firstwin.open()
  await see('Send your first mail')
  firstwin.track('mail.sent')
  await see('Your first mail is out')
  await isDone(firstwin, 1)
}

/** Time enough for everything that would be sent to be sent. */
async function expectNothingKeptOrSent(): Promise<void> {
  await world.pass(30_000)
  expect(world.endpoint.asked).toBe(0)
  expect(dumpStorage()).toEqual({})
}

describe('consent', () => {
  it.each(['denied', 'pending'] as const)(
    'stores and sends nothing while it is %s, and everything is shown',
    async (consent) => {
      await use(world.start({ consent, forwardTracked: true }))
      await expectNothingKeptOrSent()
      expect(world.console.lines).toEqual([])
    },
  )

  it('keeps a hundred events in memory while it is pending, and tells how many it could not', async () => {
    const firstwin = world.start({ consent: 'pending', forwardTracked: true })
    await isDone(firstwin, 0)
    for (let i = 0; i < 130; i += 1) firstwin.track('preview.opened')
    expect(dumpStorage()).toEqual({})
    firstwin.setConsent('granted')
    await world.arrived('preview.opened', 90)
    firstwin.track('mail.sent')
    await world.arrived('mail.sent')
    const dropped = world.taken().flatMap(({ context }) => context['dropped'] ?? [])
    const lost = dropped.reduce<number>(
      (sum, one) => sum + Number(Reflect.get(Object(one), 'cap')),
      0,
    )
    expect(lost).toBeGreaterThanOrEqual(30)
    expect(world.taken('preview.opened').length + lost).toBeGreaterThanOrEqual(130)
  })

  it('counts Do Not Track as a no only where the host respects it', async () => {
    Object.defineProperty(navigator, 'doNotTrack', { value: '1', configurable: true })
    world.undo(() => Reflect.deleteProperty(navigator, 'doNotTrack'))
    await use(world.start({ respectDoNotTrack: true }))
    await expectNothingKeptOrSent()
    world.reload().track('mail.sent')
    expect(await world.arrived('win_reached')).toHaveLength(1)
  })

  it('sends what happened meanwhile once it is granted, and keeps the progress', async () => {
    const firstwin = world.start({ consent: 'pending' })
    await use(firstwin)
    firstwin.setConsent('granted')
    await world.arrived('celebration_shown')
    const names = world.taken().map(({ event, type }) => event ?? type)
    expect(names.toSorted()).toEqual(
      [
        'identify',
        'group',
        'journey_started',
        'win_reached',
        'task_completed',
        'celebration_shown',
      ].toSorted(),
    )
    const later = world.reload()
    later.identify('u_1')
    await isDone(later, 1)
  })

  it('sends nothing where it is denied in the end', async () => {
    const firstwin = world.start({ consent: 'pending' })
    await use(firstwin)
    firstwin.setConsent('denied')
    firstwin.track('preview.opened')
    await isDone(firstwin, 2)
    await expectNothingKeptOrSent()
    expect(world.console.lines).toEqual([])
  })

  it('takes what was kept off the device when it is withdrawn', async () => {
    world.endpoint.state = 'down'
    const firstwin = world.start()
    await use(firstwin)
    await world.told('endpoint-unreachable')
    world.endpoint.state = 'up'
    firstwin.setConsent('denied')
    firstwin.track('preview.opened')
    await isDone(firstwin, 2)
    await world.pass(60_000)
    expect(dumpStorage()).toEqual({})
    expect(world.taken()).toEqual([])
  })

  it('never sends what happened while it was denied', async () => {
    const firstwin = world.start({ consent: 'denied' })
    firstwin.identify('u_1')
    firstwin.track('preview.opened')
    await isDone(firstwin, 1)
    firstwin.setConsent('granted')
    firstwin.track('mail.sent')
    await world.arrived('celebration_shown')
    const wins = world.taken('win_reached').map(({ properties }) => properties['win'])
    expect(wins).toEqual(['sent'])
  })

  it('never sends what happened while it was denied, also where it was pending in between', async () => {
    const firstwin = world.start({ consent: 'denied' })
    firstwin.identify('u_1')
    firstwin.track('preview.opened')
    await isDone(firstwin, 1)
    firstwin.setConsent('pending')
    firstwin.setConsent('granted')
    firstwin.track('mail.sent')
    await world.arrived('celebration_shown')
    const wins = world.taken('win_reached').map(({ properties }) => properties['win'])
    expect(wins).toEqual(['sent'])
  })

  it('introduces a user again after a no, for who they were was dropped', async () => {
    const firstwin = world.start({ consent: 'denied' })
    firstwin.identify('u_1', { plan: 'trial' })
    await isDone(firstwin, 0)
    firstwin.setConsent('granted')
    firstwin.identify('u_1', { plan: 'trial' })
    const [user] = await world.arrived('identify')
    expect(user?.traits).toEqual({ plan: 'trial' })
  })

  it('knows the visitor of the pages before when it is granted anew on each', async () => {
    const wins = ['preview.opened', 'mail.sent', 'template.applied']
    for (const [index, name] of wins.entries()) {
      const firstwin = world.reload({ consent: 'pending' })
      firstwin.track(name)
      await isDone(firstwin, 1)
      firstwin.setConsent('granted')
      await world.arrived('win_reached', index + 1)
    }
    const ids = world.taken().map(({ anonymousId }) => anonymousId)
    expect(new Set(ids).size).toBe(1)
  })

  it('gives what another user did while it was pending to no visitor of this device', async () => {
    world.start().identify('u_1')
    const [first] = await world.arrived('identify')
    const later = world.reload({ consent: 'pending' })
    later.identify('u_2')
    await isDone(later, 0)
    later.setConsent('granted')
    later.track('mail.sent')
    await world.arrived('win_reached')
    const theirs = world.taken().filter(({ userId }) => userId === 'u_2')
    expect(theirs.length).toBeGreaterThan(1)
    const ids = new Set(theirs.map(({ anonymousId }) => anonymousId))
    expect(ids.size).toBe(1)
    expect(ids).not.toContain(first?.anonymousId)
  })

  it('touches nothing where it is granted already: other tabs may be at it', async () => {
    const firstwin = world.start({ consent: 'granted' })
    await isDone(firstwin, 0)
    const written = vi.spyOn(Storage.prototype, 'removeItem')
    world.undo(() => written.mockRestore())
    localStorage.setItem('fw:j:other', 'of another tab')
    firstwin.setConsent('granted')
    expect(written.mock.calls.flat()).not.toContain('fw:j:other')
  })

  it('is denied by Global Privacy Control, whatever the host says', async () => {
    const value = { value: true, configurable: true }
    Object.defineProperty(navigator, 'globalPrivacyControl', value)
    world.undo(() => void Reflect.deleteProperty(navigator, 'globalPrivacyControl'))
    const firstwin = world.start({ consent: 'granted' })
    await use(firstwin)
    firstwin.setConsent('granted')
    await expectNothingKeptOrSent()
    expect(world.console.lines).toEqual([])
  })
})
