import type { Locale } from './locale.ts'

export const INDUSTRIES = ['retail', 'restaurant', 'software', 'education', 'other'] as const
export type Industry = (typeof INDUSTRIES)[number]

export const ROLES = ['owner', 'admin', 'member'] as const
export type Role = (typeof ROLES)[number]

/** `auto` follows the system. */
export const SCHEMES = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

export interface User {
  id: string
  companyId: string
  name: string
  mail: string
  role: Role
  locale: Locale
  scheme: Scheme
}

export interface Company {
  id: string
  name: string
  industry: Industry
  plan: 'trial'
  /** Milliseconds since 1970, on the demo clock. */
  contractedAt: number
  /** Counts each recipient of each campaign. */
  mailsSent: number
}
