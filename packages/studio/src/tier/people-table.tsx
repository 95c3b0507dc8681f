import type { TierResult } from '@firstwin/collector'
import { Disclosure } from '../frame/disclosure.tsx'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'
import { nameOf } from '../words/name-of.ts'

/** Every customer's time as a table, for those who do not see the picture or want to copy it. */
export function PeopleTable({ result }: { result: TierResult }) {
  const { table } = useWords()
  return (
    <Disclosure summary={table.people}>
      <People result={result} />
    </Disclosure>
  )
}

function People({ result }: { result: TierResult }) {
  const words = useWords()
  const { chart, locale, table } = words

  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{table.customer}</th>
          <th scope="col" class="number">
            {table.time}
          </th>
          <th scope="col">{table.state}</th>
        </tr>
      </thead>
      <tbody>
        {result.people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{nameOf(person, words)}</th>
            <td class="number">{formatDuration(person.ms, locale)}</td>
            <td>
              {person.reached ? chart.reached : chart.stillOpen}
              {person.measuredBy === 'device' && <small> ({table.device})</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
