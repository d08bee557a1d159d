import { Migrator } from '@mikro-orm/migrations'
import { defineConfig } from '@mikro-orm/postgresql'
import { CatalogueEditionTable } from './catalogue/index.ts'
import './grade/index.ts'
import { allFacts } from './graph/index.ts'
import { IngestBatchTable, IngestSeenTable, RowVerdictTable } from './ingest/index.ts'
import { HistoryTable } from './ledger/index.ts'
import './listing/index.ts'
import './record/index.ts'
import './subject/index.ts'
import './utility-signal/index.ts'

/** Tables written by hand in a migration because the mapper has no word for partitions. */
const BY_HAND = [/^handling_check/, /^ledger_entry/, /^dist_plan$/, /^xinshu_migration$/]

/** MikroORM over a database: migrations and the drift check. */
export const ormConfig = (clientUrl: string) =>
  defineConfig({
    clientUrl,
    extensions: [Migrator],
    entities: [
      ...allFacts().map((fact) => fact.entity),
      CatalogueEditionTable,
      HistoryTable,
      IngestBatchTable,
      IngestSeenTable,
      RowVerdictTable,
    ],
    schemaGenerator: { skipTables: BY_HAND },
    migrations: { tableName: 'xinshu_migration', snapshot: false, transactional: true },
    discovery: { warnWhenNoEntities: false },
    // What went wrong is thrown; the mapper's own chatter is not for the hub's terminal.
    logger: () => undefined,
  })
