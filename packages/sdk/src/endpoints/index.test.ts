import { describe, expect, it } from 'vitest'
import * as names from './index.ts'

describe('firstwin/endpoints', () => {
  it('exports these', () => {
    expect(Object.keys(names).toSorted()).toEqual([
      'cloudevents',
      'ndjson',
      'otlpLogs',
      'posthog',
      'toAnalytics',
    ])
  })
})
