/*
 * Reading and writing of fields that may be anything: answers of servers, events after `redact`.
 */

/** The field of that name, of whatever it is. */
export function fieldOf(value: unknown, name: string): unknown {
  return Reflect.get(Object(value), name)
}

/** The text there; `undefined` if it is none, so that a receiver's column keeps its type. */
export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : undefined
}

/** 2096: a clock that says more is wrong, and from the year 10000 on receivers read other texts. */
const LATEST_MS = 4e12

/** Milliseconds since 1970; `undefined` where it is no time that receivers would take. */
export function timeOf(iso: string): number | undefined {
  const time = Date.parse(iso)
  return time >= 0 && time < LATEST_MS ? time : undefined
}

/** How JSON has half a character, after any number of whole backslashes. */
const HALF = /(?<=(?:^|[^\\])(?:\\\\)*)\\ud[89a-f][\da-f]{2}/g

/**
 * JSON that every parser takes. Half a character, as in a text that was cut within an emoji, becomes
 * U+FFFD: many servers would refuse the whole batch for it.
 */
export function toJson(value: object | string): string {
  const text = JSON.stringify(value)
  return text.includes(String.raw`\ud`) ? text.replaceAll(HALF, String.raw`\ufffd`) : text
}
