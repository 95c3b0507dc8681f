import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { contrastIsEnough } from './judge-contrast.ts'

const { resolve } = createRequire(import.meta.url)
const AXE = readFileSync(resolve('axe-core/axe.min.js'), 'utf8')
const IBM = readFileSync(resolve('accessibility-checker-engine/ace.js'), 'utf8')

/** All of WCAG 2.2 A and AA, and what axe holds to be good practice. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Finding {
  judge: 'axe' | 'ibm'
  rule: string
  markup: string
  message: string
}

/** Brings both judges into the page, by the driver's own evaluation, which no policy refuses. */
export async function callJudges(page: Page): Promise<void> {
  await page.evaluate(AXE)
  await page.evaluate(`${IBM};globalThis.ace = ace`)
}

/** What the two find in our part of the page as it stands. */
export async function judge(page: Page): Promise<Finding[]> {
  return [...(await askAxe(page)), ...(await askIbm(page))]
}

interface AxeResult {
  id: string
  help: string
  nodes: { html: string; target: unknown[] }[]
}

interface Axe {
  run: (where: object, options: object) => Promise<Record<'violations' | 'incomplete', AxeResult[]>>
}

/**
 * Axe cannot tell the contrast where something of the top layer may lie over a text, and calls that
 * incomplete: there it is computed here. What else it leaves open counts as found.
 */
async function askAxe(page: Page): Promise<Finding[]> {
  const { violations, incomplete } = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const rules = { region: { enabled: false } }
    const results = await axe.run({ include: ['firstwin-root'] }, { runOnly: tags, rules })
    const open = results.incomplete.filter(({ nodes }) => nodes.length > 0)
    return { violations: results.violations, incomplete: open }
  }, AXE_TAGS)
  const found = violations.flatMap(toFindings)
  for (const result of incomplete) {
    for (const node of result.nodes) {
      const selector = [node.target.at(-1)].flat().at(-1)
      const isFine =
        result.id === 'color-contrast' && (await page.evaluate(contrastIsEnough, String(selector)))
      if (!isFine) found.push(...toFindings({ ...result, nodes: [node] }))
    }
  }
  return found
}

function toFindings({ id, help, nodes }: AxeResult): Finding[] {
  return nodes.map(({ html }) => ({ judge: 'axe', rule: id, markup: html, message: help }))
}

interface IbmResult {
  ruleId: string
  value: [level: string, verdict: string]
  path: { dom: string }
  snippet: string
  message: string
}

interface Ace {
  Checker: new () => {
    check: (where: Document, rules: string[]) => Promise<{ results: IbmResult[] }>
  }
}

/** IBM's checker looks at the whole page; the page around us is not judged. */
async function askIbm(page: Page): Promise<Finding[]> {
  const failed = await page.evaluate(async () => {
    const { ace } = globalThis as unknown as { ace: Ace }
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2'])
    return results
      .filter(({ value, path }) => value[1] === 'FAIL' && path.dom.includes('firstwin-root'))
      .map(({ ruleId, snippet, message }) => ({ ruleId, snippet, message }))
  })
  return failed.map(({ ruleId, snippet, message }) => ({
    judge: 'ibm',
    rule: ruleId,
    markup: snippet,
    message,
  }))
}
