// Speed of ingest: node --max-semi-space-size=32 --heap-growing-percent=30 bench/ingest.mjs [--base 1000000] [--rows 300000] [--folder DIR] [--keep]
// Makes synthetic registration files (new valid codes, invented names in the shapes of the real ones), loads the
// base into a database of its own, then measures: reading alone, loading new rows, loading rows that are known.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readdirSync, readFileSync } from 'node:fs'
import { appendFile, chmod, copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HUB_ITSELF } from '../dist/access/index.js'
import { loadCatalogues } from '../dist/catalogue/index.js'
import { csvRows } from '../dist/ingest/csv-rows.js'
import { textOf } from '../dist/ingest/file-text.js'
import { ingestFile } from '../dist/ingest/index.js'
import { readRegistration } from '../dist/ingest/registration.rules.js'
import { Database } from '../dist/kernel/db.js'
import { startPostgres } from '../dist/kernel/embedded-postgres.js'
import { ensurePartitions } from '../dist/ledger/index.js'
import { migrate } from '../dist/migrate.js'
import { orgCodeCheckCharacter, usccCheckCharacter } from '../dist/standards/index.js'

const { values: given } = parseArgs({
  options: {
    base: { type: 'string', default: '1000000' },
    rows: { type: 'string', default: '300000' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})

const HEADER =
  '企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址\n'
const PLACES = [
  ['330782', '浙江', '金华', '义乌市'],
  ['330702', '浙江', '金华', '金华市婺城区'],
  ['330212', '浙江', '宁波', '宁波市鄞州区'],
  ['330281', '浙江', '宁波', '余姚市'],
  ['140902', '山西', '忻州', '忻州市忻府区'],
  ['140932', '山西', '忻州', '偏关县'],
  ['120115', '天津', '宝坻', '天津市宝坻区'],
]
const LETTERS =
  '华宏达兴盛昌隆鑫源泰丰瑞祥和顺安康宁波海江天宇恒通联合创新科美佳乐益嘉诚信德仁义礼智勇金银铜铁木水火土山川河流云风雷电星月日光明亮晶辉煌锦绣春夏秋冬东南西北中正方圆长青松柏梅兰竹菊龙凤虎豹马牛羊'
const TRADES = [
  '贸易',
  '建筑工程',
  '农业开发',
  '机械制造',
  '餐饮管理',
  '物流',
  '信息技术',
  '服装',
  '电子商务',
  '混凝土',
]
const FORMS = ['有限公司', '有限责任公司', '股份有限公司', '有限公司第三分公司', '厂', '经营部']
const PHRASES = [
  '依法须经批准的项目，经相关部门批准后方可开展经营活动',
  '货物及技术的进出口业务',
  '建筑材料、五金交电、日用百货的批发零售',
  '房屋建筑工程施工总承包',
  '预包装食品兼散装食品',
  '普通货物道路运输',
  '机械设备租赁',
  '信息技术咨询服务',
  '农副产品收购、加工、销售',
]
const CAPITALS = ['2,000(万元人民币)', '50万人民币', 'N/A', '550(万元人民币)', '100万美元', '13.2万人民币']

let state = 20_261_121
const random = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % below
}
const pick = (list) => list[random(list.length)]
const letters = (count) => Array.from({ length: count }, () => LETTERS[random(LETTERS.length)]).join('')

/** A different valid code for every number: the organisation code is the number, spread over its range. */
function codeOf(serial, division) {
  const body = String((serial * 7_919) % 100_000_000).padStart(8, '0')
  const first17 = `91${division}${body}${orgCodeCheckCharacter(body)}`
  return first17 + usccCheckCharacter(first17)
}

function lineOf(serial) {
  const [division, province, place, address] = PLACES[serial % PLACES.length]
  const name = `${place}市${letters(2 + random(3))}${pick(TRADES)}${pick(FORMS)}`
  const day = `${1985 + random(40)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
  const scope = Array.from({ length: 1 + random(4) }, () => pick(PHRASES)).join('；')
  const capital = pick(CAPITALS)
  const cells = [
    name,
    codeOf(serial, division),
    day,
    'N/A',
    letters(3),
    capital.includes(',') ? `"${capital}"` : capital,
  ]
  return `${[...cells, scope, province, place, `${address}${letters(4)}路${1 + random(900)}号`].join(',')}\n`
}

async function writeFileOf(path, from, count) {
  const file = createWriteStream(path)
  file.write(HEADER)
  for (let at = 0, block = ''; at < count; at += 1) {
    block += lineOf(from + at)
    if (block.length < 262_144 && at < count - 1) continue
    if (!file.write(block)) await once(file, 'drain')
    block = ''
  }
  file.end()
  await once(file, 'finish')
  return path
}

const NOTHING_KNOWN = {
  isAcceptedException: () => false,
  isDivision: () => true,
  divisionOfPlace: () => null,
}

async function readAlone(path, withRules) {
  const begun = performance.now()
  let rows = 0
  for await (const block of csvRows(textOf(path, 'utf-8')))
    for (const { cells, line } of block) {
      rows += 1
      const [
        name,
        code,
        establishedOn,
        entityType,
        legalRepresentative,
        capital,
        businessScope,
        province,
        place,
        address,
      ] = cells
      const named = {
        name,
        code,
        establishedOn,
        entityType,
        legalRepresentative,
        capital,
        businessScope,
        province,
        place,
        address,
      }
      if (withRules) readRegistration(named, line, NOTHING_KNOWN)
    }
  return Math.round((rows / (performance.now() - begun)) * 1_000)
}

/** CPU seconds of every PostgreSQL process so far; 0 where there is no /proc. */
function postgresCpu(dataFolder) {
  if (process.platform !== 'linux') return 0
  const [postmaster] = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/\(.*\)/, 'x')
        .split(' ')
      if (pid === postmaster) ticks += Number(fields[15]) + Number(fields[16])
      else if (fields[3] === postmaster) ticks += Number(fields[13]) + Number(fields[14])
    } catch (fault) {
      if (fault.code !== 'ENOENT' && fault.code !== 'ESRCH') throw fault
    }
  }
  return ticks / 100
}

async function measured(name, db, path) {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const before = process.cpuUsage()
  const postgresBefore = postgresCpu(postgres.dataFolder)
  const options = {
    path,
    format: 'registrations',
    source: '100000-660',
    actor: HUB_ITSELF,
    personSecret: 'b'.repeat(32),
  }
  const { counts, milliseconds, isRepeat } = await ingestFile(db, { ...options, now: new Date() })
  clearInterval(watch)
  const cpu = process.cpuUsage(before)
  const { rows, inserted, updated, unchanged } = counts
  const figures = { rows, inserted, updated, unchanged, isRepeat, seconds: milliseconds / 1_000 }
  const microseconds = (seconds) => Math.round((seconds * 1e6) / rows)
  const speed = {
    rowsPerSecond: Math.round((rows / milliseconds) * 1_000),
    peakMb: Math.round(peak / 1e6),
    nodeCpuPerRowUs: microseconds((cpu.user + cpu.system) / 1e6),
    postgresCpuPerRowUs: microseconds(postgresCpu(postgres.dataFolder) - postgresBefore),
    machineLoad: loadavg()[0],
  }
  process.stdout.write(`${JSON.stringify({ name, ...figures, ...speed })}\n`)
}

const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'xinshu-bench-')))
await mkdir(folder, { recursive: true })
await chmod(folder, 0o755)
const postgres = await startPostgres({ folder: join(folder, 'pg'), tune: 'serve' })
const { host, port, user, database } = postgres.connection
const db = new Database(postgres.connection)
try {
  await migrate(`postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`)
  const now = new Date()
  await ensurePartitions(db, now)
  await loadCatalogues(db, { actor: HUB_ITSELF, now, today: now.toISOString().slice(0, 10) })
  const base = Number(given.base)
  const rows = Number(given.rows)
  process.stdout.write(
    `${JSON.stringify({ machine: cpus()[0]?.model, cores: cpus().length, node: process.version, base, rows })}\n`,
  )
  await measured('base', db, await writeFileOf(join(folder, 'base.csv'), 0, base))
  const more = await writeFileOf(join(folder, 'more.csv'), base, rows)
  const { size } = await stat(more)
  const alone = {
    split: await readAlone(more, false),
    splitAndRules: await readAlone(more, true),
    bytesPerRow: size / rows,
  }
  process.stdout.write(`${JSON.stringify({ name: 'reading alone, rows/s', ...alone })}\n`)
  await measured('new rows', db, more)
  await measured('same file again', db, more)
  const known = join(folder, 'known.csv')
  await copyFile(more, known)
  await appendFile(known, '\n')
  await measured('other file, rows known and unchanged', db, known)
} finally {
  await db.close()
  await postgres.stop()
  if (!given.keep) await rm(folder, { recursive: true })
}
