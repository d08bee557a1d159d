import { join } from 'node:path'
import { DEMONSTRATION_OFFICER } from './access/index.ts'
import { serveConsole } from './console.ts'
import { loadDemonstration } from './demonstration.ts'
import { registerUpload } from './ingest/index.ts'
import { systemClock } from './kernel/clock.ts'
import type { Config } from './kernel/config.ts'
import { openDatabase, type Say } from './open.ts'
import { hubSchema } from './schema.ts'
import { secretOf } from './secret.ts'
import { buildServer } from './server.ts'

export interface RunningHub {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Opens the database, loads what is missing, serves. `stop` lets running requests end first. */
export async function startHub(config: Config, say: Say): Promise<RunningHub> {
  if (config.production)
    throw new Error(
      '尚无身份认证，不能以 production 运行 there is no sign-in yet: not to be run with NODE_ENV=production',
    )
  const secret = await secretOf(config)
  const { db, close } = await openDatabase(config, say, { join: false })
  try {
    await loadDemonstration(db, { subjects: config.demoSubjects, secret, say })
    const app = await buildServer(
      {
        db,
        schema: await hubSchema(),
        clock: systemClock,
        actor: DEMONSTRATION_OFFICER,
        secret,
        logLevel: config.logLevel,
      },
      async (server) => {
        await serveConsole(server)
        registerUpload(server, {
          db,
          actor: DEMONSTRATION_OFFICER,
          personSecret: secret,
          folder: join(config.dataFolder, 'uploads'),
          maxBytes: config.uploadMaxBytes,
        })
      },
    )
    await app.listen({ port: config.port, host: config.host })
    const bound = app.server.address()
    const port = typeof bound === 'object' && bound ? bound.port : config.port
    const url = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}/graphql`
    say(`信枢已就绪 Xinshu is ready: ${url}`)
    return {
      address: url,
      stop: async () => {
        await app.close()
        await close()
      },
    }
  } catch (fault) {
    await close()
    throw fault
  }
}
