import type { Results, WinEntry } from '@firstwin/collector'

// The collector and this screen are built and released together, so these look at the outline only:
// they tell its answers from those of a proxy in between.

export function isList<Item>(
  value: unknown,
  name: string,
): value is Record<string, readonly Item[]> {
  return isRecord(value) && Array.isArray(value[name])
}

export function isResults(value: unknown): value is Results {
  return isRecord(value) && Array.isArray(value['tiers']) && Array.isArray(value['paths'])
}

export function isWin(value: unknown): value is WinEntry {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['person'])
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
