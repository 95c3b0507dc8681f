import { describe, expect, it } from 'vitest'
import { pagePolicy } from './security-policy.ts'

describe('pagePolicy', () => {
  it('lets reports through to the origin of an endpoint elsewhere', () => {
    const policy = pagePolicy('n', 'https://collect.example.com/v1/batch')
    expect(policy).toContain("connect-src 'self' https://collect.example.com;")
  })

  it('needs no more than itself for an endpoint of its own', () => {
    expect(pagePolicy('n', '/v1/batch')).toContain("connect-src 'self';")
  })
})
