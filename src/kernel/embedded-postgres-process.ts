import { type ChildProcess, spawn } from 'node:child_process'
import { open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type Place, unless } from './embedded-postgres-place.ts'

export const PORT = 5432
/** How long a killed hub's PostgreSQL may look alive before its supervisor has told it to stop. */
const ORPHAN_GRACE_MS = 2_000
const STOPPING_LIMIT_MS = 60_000
const LOG_LIMIT_BYTES = 20 * 1024 * 1024

/**
 * Runs a program and sends it SIGINT (PostgreSQL's fast shutdown) when its own stdin ends: the other end is
 * held by this process alone, so the kernel ends it even when we are killed with -9.
 */
const SUPERVISOR = `
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
{ read -r _ <&3; kill -INT "$child"; } &
watch=$!
exec 3<&-
trap '' HUP INT TERM
wait "$child"
code=$?
kill "$watch" 2>/dev/null
exit "$code"`

export type Supervised = {
  child: ChildProcess
  exited: Promise<void>
  hasEnded(): boolean
  lastLines(): Promise<string>
}

/** Starts a program of PostgreSQL, its words appended to the log file. */
export async function supervise(place: Place, program: string, args: string[]): Promise<Supervised> {
  const size = (await unless(['ENOENT'], stat(place.logFile)))?.size ?? 0
  if (size > LOG_LIMIT_BYTES) await rename(place.logFile, `${place.logFile}.1`)
  const from = size > LOG_LIMIT_BYTES ? 0 : size
  const output = await open(place.logFile, 'a', 0o600)
  const command = ['-c', SUPERVISOR, `xinshu-${program}`, join(place.binaries, 'bin', program), ...args]
  // Detached: a Ctrl-C in the terminal is for the hub, which stops PostgreSQL when it has drained.
  const child = spawn('/bin/sh', command, {
    ...place.account,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    detached: true,
    stdio: ['pipe', output.fd, output.fd],
  })
  const exited = new Promise<void>((fulfil) => child.once('exit', () => fulfil()))
  const spawned = new Promise((fulfil, reject) => child.once('spawn', fulfil).once('error', reject))
  await spawned.finally(() => output.close())
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return { child, exited, hasEnded, lastLines: () => linesSince(place.logFile, from) }
}

async function linesSince(file: string, offset: number): Promise<string> {
  const text = (await readFile(file)).subarray(offset).toString()
  return text.trim().split('\n').slice(-12).join('\n')
}

/** Lets this process end before its PostgreSQL does. */
export function release({ child }: Supervised): void {
  child.unref()
  if (child.stdin instanceof Socket) child.stdin.unref()
}

export async function end({ child, exited }: Supervised): Promise<void> {
  child.ref()
  child.stdin?.end()
  await exited
}

/** Waits for a predecessor on this data folder that is stopping, and refuses to disturb one that is not. */
export async function vacancy({ dataFolder, socketFolder }: Place): Promise<void> {
  const since = Date.now()
  const pidFile = join(dataFolder, 'postmaster.pid')
  for (;;) {
    const lines = (await unless(['ENOENT'], readFile(pidFile, 'utf8')))?.split('\n') ?? []
    const pid = Number(lines[0])
    if (!pid || !(await isHeld(dataFolder, pid))) break
    const isStopping = lines[7]?.trim() === 'stopping'
    if (Date.now() - since > (isStopping ? STOPPING_LIMIT_MS : ORPHAN_GRACE_MS)) {
      throw new Error(
        `another hub is ${isStopping ? 'stopping' : 'running'} on ${dataFolder} (PostgreSQL process ${pid}): stop it or use another folder`,
      )
    }
    await sleep(30)
  }
  await removeReusedLock(pidFile)
  await removeReusedLock(join(socketFolder, `.s.PGSQL.${PORT}.lock`))
}

/** PostgreSQL replaces a stale lock by itself, except when another program got the same process id since. */
async function removeReusedLock(file: string): Promise<void> {
  const pid = Number((await unless(['ENOENT'], readFile(file, 'utf8')))?.split('\n')[0])
  if (pid && isAlive(pid)) await rm(file, { force: true })
}

/** Whether a PostgreSQL process, be it a backend that outlived its postmaster, works in the data folder. */
async function isHeld(dataFolder: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  const folder = await realpath(dataFolder)
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const holds = async (name: string) => {
    const unreadable = ['ENOENT', 'ESRCH', 'EACCES', 'EPERM']
    if ((await unless(unreadable, readlink(`/proc/${name}/cwd`))) !== folder) return false
    return (await unless(unreadable, readFile(`/proc/${name}/comm`, 'utf8')))?.trim() === 'postgres'
  }
  return (await Promise.all(processes.map(holds))).includes(true)
}
