import { resolve } from 'node:path'

/** Every setting of the hub, read once, frozen. `docs/settings.md` has a line for each. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly secret: string | null
  readonly demoSubjects: number
  readonly workers: number
  readonly poolConnections: number
  readonly loadingConnections: number
  readonly poolWaitMs: number
  readonly statementMs: number
  readonly loadingStatementMs: number
  readonly inFlightMax: number
  readonly lagMaxMs: number
  readonly unreadyMs: number
  readonly drainMs: number
  readonly uploadMaxBytes: number
  readonly production: boolean
  readonly logLevel: string
}

export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Settings cannot be used 设置有误:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
}

type Env = Readonly<Record<string, string | undefined>>

function wholeNumber(
  env: Env,
  faults: string[],
  rule: { name: string; fallback: number; min: number; max: number },
): number {
  const raw = env[rule.name]
  if (raw === undefined || raw === '') return rule.fallback
  const value = Number(raw)
  if (Number.isInteger(value) && value >= rule.min && value <= rule.max) return value
  faults.push(`${rule.name}=${raw}: a whole number from ${rule.min} to ${rule.max} is needed`)
  return rule.fallback
}

function postgresUrl(env: Env, faults: string[]): string | null {
  const raw = env.DATABASE_URL
  if (!raw) return null
  if (/^postgres(ql)?:\/\//.test(raw)) return raw
  faults.push('DATABASE_URL must start with postgres:// or postgresql://')
  return null
}

/** Reads and checks the environment; throws ConfigFault with all faults at once. */
export function readConfig(env: Env): Config {
  const faults: string[] = []
  const number = (name: string, fallback: number, min: number, max: number) =>
    wholeNumber(env, faults, { name, fallback, min, max })
  const databaseUrl = postgresUrl(env, faults)
  const secret = env.XINSHU_SECRET || null
  if (databaseUrl && !secret)
    faults.push(
      'XINSHU_SECRET is needed with DATABASE_URL: all hubs of one database share it (32 characters or more)',
    )
  if (secret && secret.length < 32) faults.push('XINSHU_SECRET must have 32 characters or more')
  const config: Config = Object.freeze({
    port: number('PORT', 4000, 0, 65_535),
    host: env.HOST || '127.0.0.1',
    dataFolder: resolve(env.XINSHU_DATA || '.data'),
    databaseUrl,
    secret,
    demoSubjects: number('XINSHU_DEMO_SUBJECTS', databaseUrl ? 0 : 2_000, 0, 10_000_000),
    workers: number('XINSHU_WORKERS', 1, 1, 64),
    poolConnections: number('XINSHU_POOL', 16, 2, 200),
    loadingConnections: number('XINSHU_LOADING_POOL', 8, 2, 50),
    poolWaitMs: number('XINSHU_POOL_WAIT_MS', 800, 10, 60_000),
    statementMs: number('XINSHU_STATEMENT_MS', 10_000, 0, 3_600_000),
    loadingStatementMs: number('XINSHU_LOADING_STATEMENT_MS', 0, 0, 86_400_000),
    inFlightMax: number('XINSHU_IN_FLIGHT', 512, 1, 100_000),
    lagMaxMs: number('XINSHU_LAG_MS', 1_000, 10, 60_000),
    unreadyMs: number('XINSHU_UNREADY_MS', 500, 0, 60_000),
    drainMs: number('XINSHU_DRAIN_MS', 10_000, 0, 120_000),
    uploadMaxBytes: number('XINSHU_UPLOAD_MAX_MB', 2_048, 1, 102_400) * 1_048_576,
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL || 'warn',
  })
  if (faults.length > 0) throw new ConfigFault(faults)
  return config
}
