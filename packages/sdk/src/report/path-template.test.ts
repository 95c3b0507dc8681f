import { describe, expect, it } from 'vitest'
import { pathTemplate } from './path-template.ts'

const PATHS = [
  ['/', '/'],
  ['/campaigns', '/campaigns'],
  ['/campaigns/42', '/campaigns/:id'],
  ['/campaigns/cmp_8fk2/edit', '/campaigns/:id/edit'],
  ['/users/019aa7b0-1111-7abc-8abc-0123456789ab', '/users/:id'],
  ['/users/aoi@example.com/mails', '/users/:id/mails'],
  ['/users/aoi%40example.com', '/users/:id'],
  ['/invite/abcdefghijklmnopqrstu', '/invite/:id'],
  ['/v2/reports', '/v2/reports'],
  ['/v20261122', '/:id'],
  ['/reset?token=CANARY', '/reset'],
  ['/reset#access_token=CANARY/x', '/reset'],
  ['/a;jsessionid=CANARY/b', '/:id/b'],
] as const

describe('pathTemplate', () => {
  it.each(PATHS)('makes of %s %s', (path, template) => {
    expect(pathTemplate(path)).toBe(template)
  })
})
