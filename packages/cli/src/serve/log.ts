import { toJsonLine, toTextLine, type Log } from '@firstwin/collector'
import type { World } from '../world.ts'
import type { LogForm } from './options.ts'

/** Writes a line of the log: with its time for people, or as one JSON object for programs. */
export function createLog(form: LogForm, { print, now }: World): Log {
  const toLine = form === 'json' ? toJsonLine : toTextLine
  return (entry) => print(toLine(entry, now()))
}
