/// <reference types="vite/client" />
import axe from 'axe-core'
import { render } from 'preact'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeSource, resultsOf, tierOf, winOf } from '../test/fake-source.ts'
import { App } from './app.tsx'
import './studio.css'

/** The screen over a fake collector, taken off the page after the test. */
function open() {
  const root = document.body.appendChild(document.createElement('div'))
  const fake = createFakeSource()
  onTestFinished(() => {
    render(null, root)
    root.remove()
  })
  return { ...fake, show: () => render(<App source={fake.source} />, root) }
}

const FULL = resultsOf([
  tierOf('aha', [1, 2, 2.5, 3, 4, 5, 9, { open: 20 }]),
  tierOf('first-strike', [3, 4, 5, 6, 9, 12, { open: 20 }, { open: 90 }]),
  tierOf('long-term', [{ open: 4 }, { open: 90 }]),
])

function openFull() {
  const screen = open()
  screen.state.results = { kind: 'ok', value: FULL }
  screen.state.wins = [winOf('u1', 'Mei Sato')]
  screen.show()
  return screen
}

beforeEach(() => localStorage.setItem('firstwin-results-language', 'en'))

describe('the results screen', () => {
  it('answers the question with a number first', async () => {
    openFull()
    const section = page.getByRole('region', { name: 'How long until the first result?' })
    await expect
      .element(section)
      .toMatchTextContent(/6 min until half of your customers had their first result\./)
    await expect.element(section).toMatchTextContent(/the true figure is 3–12 min/)
    await expect.element(section).toMatchTextContent(/2 still on the way\./)
  })

  it('says in words what the picture shows', async () => {
    openFull()
    const picture = page.getByRole('img', { name: /^6 min until half of your customers/ })
    await expect.element(picture).toBeVisible()
  })

  it('has every customer in a table', async () => {
    openFull()
    const section = page.getByRole('region', { name: 'How long until the first result?' })
    await section.getByText('Show every customer as a table').click()
    await expect
      .element(section.getByRole('row', { name: 'Mei Sato 3 min Got there' }))
      .toBeVisible()
    await expect
      .element(section.getByRole('row', { name: 'u8 1.5 hr Still on the way' }))
      .toBeVisible()
  })

  it('draws a table only while it is open', async () => {
    openFull()
    const summary = page.getByText('Show every customer as a table').first()
    await expect.element(summary).toBeVisible()
    const tables = () => document.querySelectorAll('table').length
    expect(tables()).toBe(0)
    await summary.click()
    await expect.poll(tables).toBe(1)
    await summary.click()
    await expect.poll(tables).toBe(0)
  })

  it('says where on the path the most people stop', async () => {
    openFull()
    await expect
      .element(page.getByRole('region', { name: 'Where are they held up?' }))
      .toMatchTextContent(/3 customers held up before “Send it”/)
  })

  it('lists a win as it comes in, and asks for the new figures', async () => {
    const { listeners, state } = openFull()
    const wins = page.getByRole('region', { name: 'What has just worked?' })
    await expect.element(wins.getByRole('listitem')).toMatchTextContent(/Mei Sato/)
    await expect.poll(() => listeners.size).toBe(1)
    const faster = resultsOf([tierOf('first-strike', [1, 1, 1])])
    state.results = { kind: 'ok', value: faster }
    state.wins = [winOf('u2', 'Haruto Suzuki'), ...state.wins]
    for (const { onWin } of listeners) onWin(winOf('u2', 'Haruto Suzuki'))
    await expect.element(wins.getByRole('listitem').first()).toMatchTextContent(/Haruto Suzuki/)
    await expect.element(page.getByText('1 min', { exact: true }).first()).toBeVisible()
    expect(wins.getByRole('listitem').elements().length).toBe(2)
  })

  it('says that it lost the connection, and keeps what it has', async () => {
    const { listeners, state } = openFull()
    await expect.element(page.getByText('Live')).toBeVisible()
    await expect.poll(() => listeners.size).toBe(1)
    state.results = { kind: 'unreachable' }
    for (const { onConnected } of listeners) onConnected(false)
    await expect.element(page.getByText('Reconnecting')).toBeVisible()
    await expect.element(page.getByText('How long until the first result?')).toBeVisible()
  })

  it('speaks Japanese, and remembers that', async () => {
    openFull()
    await page.getByRole('button', { name: '日本語' }).click()
    await expect
      .element(page.getByRole('region', { name: '最初の成果まで、どのくらい?' }))
      .toMatchTextContent(/6 分 で、お客様の半数が最初の成果を得ています。/)
    await expect.element(page.getByText('送信する').first()).toBeVisible()
    expect(document.documentElement.lang).toBe('ja')
    expect(localStorage.getItem('firstwin-results-language')).toBe('ja')
  })

  it('fits a narrow screen', async () => {
    onTestFinished(() => page.viewport(1200, 900))
    await page.viewport(375, 800)
    openFull()
    await expect.element(page.getByText('How long until the first result?')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(375)
  })

  it('has nothing that axe finds', async () => {
    openFull()
    await expect.element(page.getByRole('img').first()).toBeVisible()
    const closed = [...document.querySelectorAll('details')]
    for (const details of closed) details.open = true
    await expect.poll(() => document.querySelectorAll('table').length).toBe(closed.length)
    for (const animation of document.getAnimations()) animation.finish()
    const { violations } = await axe.run()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('before there is anything to show', () => {
  it('gives the tag to copy that the collector knows, word for word', async () => {
    const { state, show } = open()
    state.journeys = []
    state.scriptTag =
      '<script async src="https://first.example.com/1.0.0/firstwin.js"\n  data-key="pk_live_1"></script>'
    show()
    const tag = page.getByRole('code')
    await expect.element(tag).toBeVisible()
    expect(tag.element().textContent).toBe(state.scriptTag)
    await expect.element(page.getByText(/Replace the address/)).not.toBeInTheDocument()
  })

  it('gives a tag to fill in where the collector knows none, with its address', async () => {
    const { state, show } = open()
    state.journeys = []
    show()
    await expect.element(page.getByText('Nobody has started yet')).toBeVisible()
    await expect.element(page.getByText(/data-endpoint="http.*\/v1\/batch"/)).toBeVisible()
    await expect.element(page.getByText(/Replace the address/)).toBeVisible()
    const { violations } = await axe.run()
    expect(violations).toEqual([])
  })

  it('keeps the place of what is coming', async () => {
    const { source, show } = open()
    source.journeys = () => new Promise(() => undefined)
    show()
    await expect.element(page.getByText('Loading the results')).toBeInTheDocument()
    await expect.element(page.getByText('How long until the first result?')).toBeVisible()
  })

  it('passes on why the collector refuses', async () => {
    const { state, show } = open()
    state.results = { kind: 'refused', code: 'new', message: 'Use another key.' }
    show()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Use another key\./)
  })

  it('tries again when asked to', async () => {
    const { state, show } = open()
    state.results = { kind: 'unreachable' }
    show()
    const button = page.getByRole('button', { name: 'Try again now' })
    await expect.element(button).toBeVisible()
    state.results = { kind: 'ok', value: FULL }
    await button.click()
    await expect.element(page.getByText('How long until the first result?')).toBeVisible()
  })

  it('asks for the read key, and says when it is wrong', async () => {
    const { state, show } = open()
    state.results = { kind: 'sign-in' }
    state.signInProblem = { code: 'read-key', message: '' }
    show()
    const field = page.getByLabelText('Read key')
    await field.fill('a guess')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/That is not the read key\./)
    state.signInProblem = undefined
    state.results = { kind: 'ok', value: FULL }
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.element(page.getByText('How long until the first result?')).toBeVisible()
  })
})
