/**
 * In which form a path takes events: a batch of them, or a single one, whose `type` may be left out.
 * Pages and screens are told apart so that they can be named when they are refused.
 */
export type Form = 'batch' | 'track' | 'identify' | 'group' | 'page' | 'screen' | 'alias'

/**
 * The paths that take events. The short ones are those of Segment's SDK for browsers, the long ones
 * those of its SDKs for servers and of its HTTP interface.
 */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['/v1/batch', 'batch'],
  ['/v1/b', 'batch'],
  ['/v1/track', 'track'],
  ['/v1/t', 'track'],
  ['/v1/identify', 'identify'],
  ['/v1/i', 'identify'],
  ['/v1/group', 'group'],
  ['/v1/g', 'group'],
  ['/v1/page', 'page'],
  ['/v1/p', 'page'],
  ['/v1/screen', 'screen'],
  ['/v1/s', 'screen'],
  ['/v1/alias', 'alias'],
  ['/v1/a', 'alias'],
])
