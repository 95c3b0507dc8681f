import type { JourneyTitles, PathFunnel, Stop } from '@firstwin/collector'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'
import { titleOf } from '../words/title-of.ts'
import type { Words } from '../words/words.ts'
import { largestLoss, type Loss } from './path-answer.ts'
import { StopsTable } from './stops-table.tsx'

/** The path is completed with its last task: there is no time between. */
const WORTH_SAYING_MS = 1_000

interface PathSectionProps {
  path: PathFunnel
  titles: JourneyTitles
}

/** One path as a road with its stops: how many got to each, and how long they took between. */
export function PathSection({ path, titles }: PathSectionProps) {
  const words = useWords()
  const heading = `question-path-${path.path}`
  const labels = path.stops.map((stop) => labelOf(stop, titles, words))
  const loss = largestLoss(path)
  const sentence = sentenceOf(loss, labels[loss ? path.stops.indexOf(loss.before) : 0] ?? '', words)

  return (
    <section aria-labelledby={heading}>
      <p class="eyebrow">{titleOf(path.path, titles.paths, words.locale)}</p>
      <h2 id={heading}>{words.path.question}</h2>
      <p class="answer">
        {loss && <strong>{words.path.lossCount(loss.people)}</strong>} <span>{sentence}</span>
      </p>
      <ol class="road">
        {path.stops.map((stop, index) => (
          <RoadStop
            key={stop.kind + stop.task}
            stop={stop}
            label={labels[index] ?? ''}
            started={path.stops[0]?.people ?? 0}
            previous={path.stops[index - 1]}
          />
        ))}
      </ol>
      <StopsTable stops={path.stops} labels={labels} />
    </section>
  )
}

function sentenceOf(loss: Loss | undefined, before: string, { path }: Words): string {
  if (!loss) return path.allIn
  return loss.equalled ? path.equalLoss(before) : path.loss(before)
}

function labelOf(stop: Stop, titles: JourneyTitles, words: Words): string {
  if (stop.kind === 'task') return titleOf(stop.task, titles.tasks, words.locale)
  return stop.kind === 'start' ? words.path.start : words.path.end
}

interface RoadStopProps {
  stop: Stop
  label: string
  started: number
  previous: Stop | undefined
}

function RoadStop({ stop, label, started, previous }: RoadStopProps) {
  const { locale, path } = useWords()
  const share = started === 0 ? 0 : stop.people / started
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  const left = previous ? previous.people - stop.people : 0
  const took = stop.fromPreviousMs

  return (
    <li class={stop.people > 0 ? 'stop' : 'stop ahead'}>
      {previous && (
        <p class="between">
          {took !== undefined && took >= WORTH_SAYING_MS && (
            <span>{path.took(formatDuration(took, locale))}</span>
          )}
          {left > 0 && <span class="left">{path.left(left)}</span>}
        </p>
      )}
      <p class="place">
        <span class="label">{label}</span>
        <span class="count">
          {stop.people} <small>{percent}</small>
        </span>
      </p>
      <div class="bar" aria-hidden="true">
        <div style={{ width: `${share * 100}%` }} />
      </div>
    </li>
  )
}
