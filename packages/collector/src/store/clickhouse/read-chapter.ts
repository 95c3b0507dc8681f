import { createShelf, putAway, type Shelf } from './page-shelf.ts'
import { pageOf, readRange, type Reading } from './read-range.ts'

/**
 * The people of the pages from `first` to before `end`. A page is a range of slots, so that each row is
 * read for one page only. But what a device did before somebody signed in on it stands in the slot
 * of the device, and belongs to a user of any page: that is read first, for all of these pages.
 *
 * @yields A page.
 */
export async function* readChapter(
  reading: Reading,
  [first, end]: readonly [first: number, end: number],
): AsyncGenerator<Shelf> {
  const { pages } = reading
  const shelves = new Map<number, Shelf>()
  for (let page = first; page < end; page += 1) shelves.set(page, createShelf())
  if (pages > 1) await readMoved(reading, shelves)
  for (const [page, shelf] of shelves) {
    const found = await readRange(reading, page)
    putAway(found, (slot) => (pageOf(slot, pages) === page ? shelf : undefined))
    yield shelf
    shelves.delete(page)
  }
}

async function readMoved(reading: Reading, shelves: ReadonlyMap<number, Shelf>): Promise<void> {
  const { pages } = reading
  for (let from = 0; from < pages; from += 1) {
    const found = await readRange(reading, from, "AND owner LIKE 'a:%'")
    putAway(found, (slot) => {
      const to = pageOf(slot, pages)
      return to === from ? undefined : shelves.get(to)
    })
  }
}
