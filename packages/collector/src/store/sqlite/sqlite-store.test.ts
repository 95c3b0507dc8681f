import { describeStore } from '../../../test/store-suite.ts'
import { tempFile } from '../../../test/temp-file.fixture.ts'
import { createSqliteStore } from './sqlite-store.ts'

describeStore('SQLite', async () => createSqliteStore(':memory:'))
describeStore('SQLite in a file', async () => createSqliteStore(tempFile()))
