import { describeStore } from '../../../test/store-suite.ts'
import { createSqliteStore } from './sqlite-store.ts'

describeStore('SQLite', async () => createSqliteStore(':memory:'))
