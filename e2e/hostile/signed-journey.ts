import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Page } from '@playwright/test'
import { signJourney, type Claims } from '../../packages/cli/src/sign/sign-journey.ts'
import { toPublicText } from '../../packages/cli/src/sign/signing-key.ts'
import type { HostFile, HostPage } from './host-page.ts'
import { toStep, tour } from './tour.ts'

export const KEY = generateKeyPairSync('ed25519').privateKey
export const SUCCESSOR = generateKeyPairSync('ed25519').privateKey
export const EVIL = generateKeyPairSync('ed25519').privateKey
export const DAY_S = 86_400

export const nowS = (): number => Math.floor(Date.now() / 1000)

/** The journey that users should see, and another one, each signed as asked. */
export function signed(
  origin: string,
  changes: Partial<Claims> = {},
  key: KeyObject = KEY,
): string {
  const plain = { aud: [origin], iat: nowS(), exp: nowS() + DAY_S, seq: 5 }
  return signJourney(JSON.stringify(tour()), { ...plain, ...changes }, key)
}

export const evil = (): string =>
  JSON.stringify(tour({ steps: [toStep('Evil', { id: 'target' })], more: { id: 'hostile' } }))

/** With one letter of one of its texts changed. */
export function flipped(file: string, field: 'manifest' | 'signature' | 'journey'): string {
  const texts: Record<string, string> = JSON.parse(file)
  const text = texts[field] ?? ''
  const middle = text.length >> 1
  const letter = text[middle] === '5' ? '6' : '5'
  return JSON.stringify({
    ...texts,
    [field]: text.slice(0, middle) + letter + text.slice(middle + 1),
  })
}

/** A page that pins `trust`; `file` is what stands at the address of its journey. */
export function pinned(file: HostFile, trust = toPublicText(KEY)) {
  const files: Record<string, HostFile> = { 'signed.json': file }
  const page: HostPage = { data: { journey: '{page}/signed.json', trust }, files }
  return { files, page }
}

/** Whether this browser can check signatures of Ed25519: where not, nothing is shown. */
export const knows = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const raw = new Uint8Array(32)
    try {
      await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
      return true
    } catch (error) {
      return (error as DOMException).name !== 'NotSupportedError'
    }
  })
