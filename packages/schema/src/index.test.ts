import { expect, it } from 'vitest'
import * as schema from './index.ts'

it('exports these names', () => {
  expect(Object.keys(schema).toSorted()).toEqual([
    'BROWSER_MAX_BATCH_BYTES',
    'BROWSER_MAX_EVENTS',
    'BROWSER_MAX_EVENT_BYTES',
    'COLLECTOR_MAX_BATCH_BYTES',
    'COLLECTOR_MAX_EVENTS',
    'DROP_REASONS',
    'PROGRESS_MAX_PART',
    'batch',
    'checkJourney',
    'compileJourney',
    'event',
    'formatIssue',
    'formatIssues',
    'hashJourney',
    'journey',
    'parseBatch',
    'parseEnvelope',
    'parseEvent',
    'parseProgress',
    'parseRichText',
    'progressRequest',
    'toJsonSchema',
    'toPlainText',
  ])
})
