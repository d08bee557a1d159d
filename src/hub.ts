import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DEMONSTRATION_OFFICER } from './access/index.ts'
import { serveConsole } from './console.ts'
import { loadDemonstration } from './demonstration.ts'
import { registerUpload } from './ingest/index.ts'
import { systemClock } from './kernel/clock.ts'
import type { Config } from './kernel/config.ts'
import { Door } from './kernel/door.ts'
import { type Databases, type OpenDatabase, openDatabase, type Say } from './open.ts'
import { hubSchema } from './schema.ts'
import { secretOf } from './secret.ts'
import { buildServer } from './server.ts'

/** Connections the kernel keeps until they are accepted: a burst of newcomers is answered, not left to try again. */
const BACKLOG = 2_048

export interface RunningHub {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Opens the database and loads what is missing: done once, however many processes serve. */
export async function prepare(config: Config, say: Say): Promise<OpenDatabase> {
  if (config.production)
    throw new Error(
      '尚无身份认证，不能以 production 运行 there is no sign-in yet: not to be run with NODE_ENV=production',
    )
  const secret = await secretOf(config)
  const open = await openDatabase(config, say, { join: false })
  await loadDemonstration(open.loading, { subjects: config.demoSubjects, secret, say }).catch(
    async (fault: unknown) => {
      await open.close()
      throw fault
    },
  )
  return open
}

/** Answers at the port. `stop` says so first, then lets running requests end. */
export async function serve(config: Config, databases: Databases, worker = '0'): Promise<RunningHub> {
  const { db, loading } = databases
  const secret = await secretOf(config)
  const door = new Door({ inFlightMax: config.inFlightMax, lagMaxMs: config.lagMaxMs })
  const app = await buildServer(
    {
      db,
      schema: await hubSchema(),
      clock: systemClock,
      actor: DEMONSTRATION_OFFICER,
      secret,
      logLevel: config.logLevel,
      door,
      worker,
    },
    async (server) => {
      await serveConsole(server)
      registerUpload(server, {
        db,
        loading,
        actor: DEMONSTRATION_OFFICER,
        personSecret: secret,
        folder: join(config.dataFolder, 'uploads'),
        maxBytes: config.uploadMaxBytes,
      })
    },
  )
  await app.listen({ port: config.port, host: config.host, backlog: BACKLOG })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return {
    address: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}/graphql`,
    stop: async () => {
      door.closing = true
      await pause(config.unreadyMs)
      const late = setTimeout(() => app.server.closeAllConnections(), config.drainMs)
      await app.close()
      clearTimeout(late)
    },
  }
}

export const readyText = (address: string): string => `信枢已就绪 Xinshu is ready: ${address}`

/** One process: opens the database, loads what is missing, serves. */
export async function startHub(config: Config, say: Say): Promise<RunningHub> {
  const open = await prepare(config, say)
  try {
    const { address, stop } = await serve(config, open)
    say(readyText(address))
    return {
      address,
      stop: async () => {
        await stop()
        await open.close()
      },
    }
  } catch (fault) {
    await open.close()
    throw fault
  }
}
