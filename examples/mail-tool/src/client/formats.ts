import type { Locale } from '../model/locale.ts'

export function formatDate(ms: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(ms)
}

export function formatTime(ms: number, locale: Locale): string {
  const options = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { ...options, hour12: false }).format(ms)
}

export function formatHour(hour: number, locale: Locale): string {
  return locale === 'ja' ? `${hour}時` : `${String(hour).padStart(2, '0')}:00`
}

/** `rate` is 0…1. */
export function formatRate(rate: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(rate)
}

export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(count)
}
