import { describe, expect, it } from 'vitest'
import { see, seen } from '../test/seen.ts'
import { smallJourney } from '../test/small-journey.ts'
import { PATIENT, running, useWorld } from '../test/use-world.ts'

const world = useWorld()

/** A modal dialog of the host, open, with the second target of the journey in it or not. */
function openDialog(content?: Element): HTMLDialogElement {
  const place = content?.parentElement
  const dialog = document.createElement('dialog')
  dialog.append(content ?? 'Are you sure?')
  document.body.append(dialog)
  dialog.showModal()
  world.undo(() => dialog.remove())
  world.undo(() => content && place?.append(content))
  return dialog
}

describe('a modal dialog of the host', () => {
  it.each([
    ['is closed', (dialog: HTMLDialogElement) => dialog.close()],
    ['is taken out of the page', (dialog: HTMLDialogElement) => dialog.remove()],
  ])('has a step wait until it %s, which is not told as missing', async (_, end) => {
    const dialog = openDialog()
    const firstwin = world.start()
    firstwin.start('sending', { step: 'press' })
    await running(firstwin)
    await world.pass(11_000)
    expect(seen()).not.toContain('Press here')
    end(dialog)
    await see('Press here')
    expect(world.console.about('target-missing')).toEqual([])
    expect(await world.arrived('step_viewed')).toHaveLength(1)
  })

  it.each([
    ['points at what is behind it', 'press', 'Press here'],
    ['stands in the middle', 'middle', 'All of it'],
  ])('leaves a step alone that stood before and %s', async (_, step, title) => {
    const guides = structuredClone(smallJourney().guides)
    guides[0]?.steps.push({ id: 'middle', title: 'All of it' } as never)
    world.start({ journey: smallJourney({ guides }) }).start('sending', { step })
    await see(title)
    const dialog = openDialog()
    await world.pass(1000)
    expect(seen()).toContain(title)
    dialog.close()
    await world.pass(1000)
    expect(seen()).toContain(title)
    expect(await world.arrived('step_viewed')).toHaveLength(1)
  })

  it('leaves a step alone that points into it', async () => {
    const firstwin = world.start()
    await running(firstwin)
    openDialog(world.host.button)
    firstwin.start('sending', { step: 'press' })
    await see('Press here')
    const root = document.querySelector('firstwin-root')
    expect(root?.parentElement?.tagName).toBe('DIALOG')
  })

  it('has praise wait, which is then still unspent', async () => {
    const firstwin = world.start()
    firstwin.open()
    await see('Choose one')
    firstwin.close()
    const dialog = openDialog()
    firstwin.track('mail.sent')
    await world.arrived('win_reached')
    expect(seen()).not.toContain('Your first mail is out')
    expect(world.taken('celebration_shown')).toEqual([])
    dialog.remove()
    await see('Your first mail is out')
    await world.arrived('celebration_shown')
  })
})

describe('a step whose target is known by its role', () => {
  it('has what finds it fetched while the step before it is shown', async () => {
    const steps = [
      { id: 'subject', target: { id: 'subject' }, title: 'Give it a subject' },
      { id: 'press', target: { role: 'button', name: 'Send' }, title: 'Press here' },
    ]
    const guides = [{ id: 'sending', title: 'Sending', steps }]
    const fetched = (): boolean =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('find-deep'))
    // Room for one more: the parts of the test have filled the list.
    performance.clearResourceTimings()
    world.start({ journey: smallJourney({ guides }) }).start('sending')
    await see('Give it a subject')
    await expect.poll(fetched, PATIENT).toBe(true)
  })
})
