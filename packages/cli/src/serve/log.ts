import { toJsonLine, toTextLine, type Log } from '@firstwin/collector'
import type { LogForm } from './options.ts'
import type { World } from '../world.ts'

/** Writes a line of the log: with its time for people, or as one JSON object for programs. */
export function createLog(form: LogForm, world: World): (message: string) => void {
  const log = createCollectorLog(form, world)
  return (message) => log({ level: 'info', event: 'serve', message })
}

/** The same for what the collector says itself. */
export function createCollectorLog(form: LogForm, { print, now }: World): Log {
  const toLine = form === 'json' ? toJsonLine : toTextLine
  return (entry) => print(toLine(entry, now()))
}
