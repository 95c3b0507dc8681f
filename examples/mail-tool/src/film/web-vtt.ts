import type { Caption } from './story.ts'

/** Captions as a WebVTT file; `start` is when the film begins, in milliseconds since 1970. */
export function webVtt(captions: readonly Caption[], start: number): string {
  const cues = captions.map(
    ({ from, to, text }) => `${timestamp(from - start)} --> ${timestamp(to - start)}\n${text}\n`,
  )
  return ['WEBVTT\n', ...cues].join('\n')
}

/** `00:07.250`, the short form without hours. */
function timestamp(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  const minutes = String(Math.floor(whole / 60_000)).padStart(2, '0')
  const seconds = String(Math.floor(whole / 1000) % 60).padStart(2, '0')
  return `${minutes}:${seconds}.${String(whole % 1000).padStart(3, '0')}`
}
