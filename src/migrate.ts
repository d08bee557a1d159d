import { MikroORM } from '@mikro-orm/postgresql'
import { migrations } from '../migrations/index.ts'
import { ormConfig } from './tables.ts'

const ormFor = (clientUrl: string) => {
  const config = ormConfig(clientUrl)
  return MikroORM.init({ ...config, migrations: { ...config.migrations, migrationsList: migrations } })
}

/** Runs the migrations that have not run yet; tells their names. */
export async function migrate(clientUrl: string): Promise<string[]> {
  const orm = await ormFor(clientUrl)
  try {
    const done = await orm.migrator.up()
    return done.map((migration) => migration.name)
  } finally {
    await orm.close()
  }
}

/** SQL by which the tables in the database differ from the tables in the code; empty when they agree. */
export async function drift(clientUrl: string): Promise<string> {
  const orm = await ormFor(clientUrl)
  try {
    return (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()
  } finally {
    await orm.close()
  }
}
