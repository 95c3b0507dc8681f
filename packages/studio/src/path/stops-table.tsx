import type { Stop } from '@firstwin/collector'
import { Disclosure } from '../frame/disclosure.tsx'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'

interface StopsTableProps {
  stops: readonly Stop[]
  /** One for each stop. */
  labels: readonly string[]
}

/** The stops of a path as a table. */
export function StopsTable(props: StopsTableProps) {
  const { table } = useWords()
  return (
    <Disclosure summary={table.stops}>
      <Stops {...props} />
    </Disclosure>
  )
}

function Stops({ stops, labels }: StopsTableProps) {
  const { locale, table } = useWords()

  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{table.stop}</th>
          <th scope="col" class="number">
            {table.count}
          </th>
          <th scope="col" class="number">
            {table.between}
          </th>
        </tr>
      </thead>
      <tbody>
        {stops.map(({ kind, task, people, fromPreviousMs }, index) => (
          <tr key={kind + task}>
            <th scope="row">{labels[index]}</th>
            <td class="number">{people}</td>
            <td class="number">
              {fromPreviousMs === undefined ? '–' : formatDuration(fromPreviousMs, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
