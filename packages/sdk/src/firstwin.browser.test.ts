import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import mailTool from '../../../examples/mail-tool/public/onboarding.journey.json'
import { storedUnder } from '../test/dump-storage.ts'
import { miss, press, see } from '../test/seen.ts'
import { heard, isDone, PATIENT, running, useWorld } from '../test/use-world.ts'
import { FirstwinSetupError, init, type Firstwin } from './index.ts'

const world = useWorld()

describe('init', () => {
  it.each([
    ['no journey', {}, '`journey` must be a URL or object'],
    ['an empty address', { journey: '' }, '`journey` must be a URL or object'],
    ['an endpoint that is a number', { journey: '/j.json', endpoint: 4 }, '`endpoint` no number'],
  ])('refuses %s', (_, options, message) => {
    const start = (): unknown => Reflect.apply(init, undefined, [options])
    expect(start).toThrow(FirstwinSetupError)
    expect(start).toThrow(message)
  })
})

describe('stop', () => {
  it('leaves nothing of ours on the page, and nothing that reacts', async () => {
    const firstwin = world.start()
    const reports: unknown[] = []
    firstwin.on('*', (_, name) => reports.push(name))
    firstwin.start('sending', { step: 'press' })
    await see('Press here')
    firstwin.stop()
    expect(world.host.isAsBefore()).toBe(true)
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])

    const before = { events: world.taken().length, reports: reports.length }
    world.host.button.click()
    const path = location.pathname + location.search
    history.pushState({}, '', '/campaigns/1')
    history.pushState({}, '', path)
    dispatchEvent(new StorageEvent('storage', { key: 'fw:j:shop:visitor' }))
    dispatchEvent(new Event('pagehide'))
    await userEvent.keyboard('{Escape}')
    await world.pass(60_000)
    expect({ events: world.taken().length, reports: reports.length }).toEqual(before)
    expect(world.host.isAsBefore()).toBe(true)
    expect(world.host.clicks()).toBe(1)
  })

  it('may come before the journey is there', async () => {
    world.start().stop()
    await world.pass(5000)
    await running(world.start())
    expect(world.taken()).toEqual([])
    expect(world.console.lines).toEqual([])
  })

  it('may be followed by any call', async () => {
    const firstwin = world.start()
    await running(firstwin)
    firstwin.stop()
    const before = firstwin.progress.get()
    callAll(firstwin, [])
    callAll(firstwin, ['sending', { plan: 'trial' }])
    await world.pass(5000)
    expect(firstwin.progress.get()).toBe(before)
    expect(world.host.isAsBefore()).toBe(true)
    expect(world.console.about('internal')).toEqual([])
  })

  it('leaves the page as it was, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const firstwin = world.start()
      firstwin.open()
      await see('Send your first mail')
      firstwin.stop()
      expect(world.host.isAsBefore()).toBe(true)
    }
    world.start().track('mail.sent')
    await see('Your first mail is out')
    await world.arrived('win_reached')
    expect(world.taken('journey_started')).toHaveLength(1)
  })
})

describe('wrong arguments', () => {
  it.each([[[]], [[null, null]], [[{}, 'x']], [[7, 'x']], [['', { step: 4 }]]])(
    'never throw, and the page goes on: %o',
    async (args) => {
      const firstwin = world.start()
      await running(firstwin)
      callAll(firstwin, args)
      firstwin.identify('u_1')
      firstwin.track('mail.sent')
      await see('Your first mail is out')
      expect(await world.arrived('win_reached')).toHaveLength(1)
    },
  )
})

function callAll(firstwin: Firstwin, args: readonly unknown[]): void {
  for (const [name, method] of Object.entries(firstwin)) {
    if (typeof method !== 'function' || name === 'stop' || name === 'setConsent') continue
    expect(() => Reflect.apply(method, firstwin, args)).not.toThrow()
  }
  firstwin.stop satisfies () => void
}

describe('a function of the host that throws', () => {
  it('in `on` is told of, and the others hear their report', async () => {
    const firstwin = world.start()
    firstwin.on('win_reached', () => {
      throw new Error('the chart is broken')
    })
    const win = heard(firstwin, 'win_reached')
    firstwin.track('mail.sent')
    expect(await win).toMatchObject({ win: 'sent' })
    expect(await world.told('callback-threw')).toEqual([
      expect.stringContaining('Error: the chart is broken'),
    ])
    await see('Your first mail is out')
    await world.arrived('win_reached')
  })

  it('in `navigate` is told of, and the guide goes on', async () => {
    const navigate = (): void => {
      throw new Error('no such route')
    }
    const firstwin = world.start({ journey: mailTool, navigate })
    firstwin.start('watch-opens')
    expect(await world.told('callback-threw')).toEqual([expect.stringContaining('no such route')])
    await world.arrived('guide_started')
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('the server said no'))],
    [
      'throws',
      () => {
        throw new Error('the server said no')
      },
    ],
  ])('in `apply` leaves the form with what was typed when it %s', async (_, fail) => {
    let isBroken = true
    const applied: unknown[] = []
    const apply = (setup: string, values: object): unknown => {
      applied.push([setup, values])
      return isBroken ? fail() : undefined
    }
    const firstwin = world.start({ apply })
    firstwin.start('template')
    await see('Pick a template')
    const hour = (): HTMLInputElement | null | undefined =>
      document.querySelector('firstwin-root')?.shadowRoot?.querySelector('input')
    await userEvent.fill(hour() as HTMLInputElement, '17')
    await press('Use these settings')
    await see('Your entries are still here')
    expect(hour()?.value).toBe('17')
    expect(await world.told('apply-failed')).toEqual([
      expect.stringContaining('the server said no'),
    ])
    await isDone(firstwin, 0)

    isBroken = false
    await press('Use these settings')
    await miss('Pick a template')
    await isDone(firstwin, 1)
    expect(applied).toEqual([
      ['template', { hour: 17 }],
      ['template', { hour: 17 }],
    ])
    expect(await world.arrived('setup_applied')).toHaveLength(1)
  })

  it('in `redact` keeps the event here, and the win is celebrated', async () => {
    const firstwin = world.start({
      redact(event) {
        if (event.event === 'win_reached') throw new Error('cannot redact')
        return event.event === 'task_completed' ? undefined : event
      },
    })
    firstwin.track('mail.sent')
    await see('Your first mail is out')
    await world.arrived('celebration_shown')
    expect(world.taken('win_reached')).toEqual([])
    expect(world.taken('task_completed')).toEqual([])
  })

  it('in `now` does not stop the page', async () => {
    let isBroken = false
    const now = (): number => {
      if (isBroken) throw new Error('no clock')
      return world.now
    }
    const firstwin = world.start({ now })
    await running(firstwin)
    isBroken = true
    firstwin.track('preview.opened')
    isBroken = false
    firstwin.track('mail.sent')
    await see('Your first mail is out')
    expect(await world.arrived('win_reached')).toHaveLength(1)
  })
})
