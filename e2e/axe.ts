import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All of WCAG 2.2 A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  id: string
  help: string
  nodes: { html: string; target: unknown[]; failureSummary?: string }[]
}

interface Axe {
  run: (where: Document, options: object) => Promise<{ violations: Violation[] }>
}

/**
 * Expects that axe finds nothing on the page as it stands. The test goes on if it does, so that one
 * walk tells what is wrong in all its states, and fails in the end.
 * @param label of the state, for the report
 */
export async function seeNoAxeViolations(page: Page, label: string): Promise<void> {
  expect.soft(await findAxeViolations(page), `axe on "${label}"`).toEqual([])
}

/**
 * What axe finds, a line each, open shadow roots included. Waits for what moves to end: text that
 * fades in has too little contrast on its way.
 */
export async function findAxeViolations(page: Page): Promise<string[]> {
  await untilAtRest(page)
  // Not a script element: the page's policy would refuse it. The driver's own evaluation is free.
  await page.evaluate(SOURCE)
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const results = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
    return results.violations
  }, TAGS)
  return violations.map(toLine)
}

function toLine({ id, help, nodes }: Violation): string {
  const places = nodes.map(({ target, html }) => `${JSON.stringify(target)} ${html.slice(0, 160)}`)
  return `${id}: ${help}: ${places.join(' | ')}`
}

/** Animations that go on for ever, or stand still, are not waited for. */
async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot)]
    const animations = roots.flatMap((root) => root?.getAnimations() ?? [])
    const finite = animations.filter(
      ({ effect, playState }) =>
        playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    )
    await Promise.allSettled(finite.map((one) => one.finished))
  })
}
