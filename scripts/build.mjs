import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const HERE = fileURLToPath(import.meta.url)
const ROOT = dirname(dirname(HERE))
const DIST = join(ROOT, 'dist')
const MANIFEST = join(DIST, '.build.json')
/** Source folder → its folder under dist/. The first is the default when neither holds a path. */
const TREES = [
  { from: join(ROOT, 'src'), to: DIST },
  { from: join(ROOT, 'migrations'), to: join(DIST, 'migrations') },
]

/** Shared with jest.config.mjs, so tests run what is built. */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  isModule: true,
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      verbatimModuleSyntax: true,
    },
  },
  module: { type: 'es6' },
}

const buildOptions = {
  ...swcOptions,
  jsc: { ...swcOptions.jsc, rewriteRelativeImportExtensions: true },
  sourceMaps: true,
}

const isCode = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts')
const isAsset = (file) => !/(^\.|~$|\.(ts|md)$)/.test(basename(file))

function outputOf(source) {
  const tree = TREES.find(({ from }) => source.startsWith(from + sep))
  const output = tree ? join(tree.to, relative(tree.from, source)) : source
  return isCode(output) ? `${output.slice(0, -3)}.js` : output
}

async function sourcesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile())
  return files
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => isCode(file) || isAsset(file))
}

async function stampOf(source) {
  const { mtimeMs, size } = await stat(source)
  return `${mtimeMs}:${size}`
}

/** dist/ has one level fewer than the checkout, so imports between src/ and migrations/ change their path. */
function bridgeTrees(code, source, output) {
  return code.replace(/\b(from |import |import\()(["'])(\.[^"'\n]*)\2/g, (whole, lead, quote, specifier) => {
    const target = resolve(dirname(source), specifier)
    const path = relative(dirname(output), outputOf(target)).split(sep).join('/')
    if (resolve(dirname(output), specifier) === outputOf(target)) return whole
    return `${lead}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
  })
}

async function write(path, text) {
  await writeFile(`${path}.${process.pid}`, text)
  await rename(`${path}.${process.pid}`, path)
}

async function compile(swc, source, output) {
  const text = await readFile(source, 'utf8')
  const sourceFileName = relative(dirname(output), source)
  const { code, map } = await swc.transform(text, { ...buildOptions, filename: source, sourceFileName })
  await write(`${output}.map`, map)
  await write(output, `${bridgeTrees(code, source, output)}//# sourceMappingURL=${basename(output)}.map\n`)
}

async function build(source, swc) {
  const output = outputOf(source)
  await mkdir(dirname(output), { recursive: true })
  if (isCode(source)) return compile(swc, source, output)
  await copyFile(source, `${output}.${process.pid}`)
  await rename(`${output}.${process.pid}`, output)
}

async function lastBuild(version) {
  const text = await readFile(MANIFEST, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const last = JSON.parse(text)
  if (last.version === version) return last.stamps
  await rm(DIST, { recursive: true, force: true })
  return {}
}

async function removeOutputs(source) {
  const output = outputOf(source)
  await rm(output, { force: true })
  if (isCode(source)) await rm(`${output}.map`, { force: true })
}

async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function reasonOf(error) {
  // swc answers with a drawing of the source; its first lines carry the reason and the place.
  const lines = stripVTControlCharacters(String(error?.message ?? error))
  const reason = lines.match(/^\s*[x×]\s*(.+)$/m)?.[1] ?? lines.split('\n')[0]
  const place = lines.match(/\[[^\]]*?:(\d+:\d+)\]/)?.[1]
  return place ? `${place} ${reason}` : reason
}

async function buildAll() {
  const version = createHash('sha256')
    .update(await readFile(HERE))
    .update(await readFile(join(ROOT, 'node_modules/@swc/core/package.json')))
    .digest('hex')
  const last = await lastBuild(version)
  const sources = (await Promise.all(TREES.map(({ from }) => sourcesIn(from)))).flat()
  const current = await Promise.all(
    sources.map(async (source) => [relative(ROOT, source), await stampOf(source)]),
  )
  const stamps = Object.fromEntries(current)
  const gone = Object.keys(last).filter((name) => !(name in stamps))
  await Promise.all(gone.map((name) => removeOutputs(join(ROOT, name))))

  const fresh = async (name) => last[name] === stamps[name] && (await exists(outputOf(join(ROOT, name))))
  const checked = await Promise.all(Object.keys(stamps).map(async (name) => [name, await fresh(name)]))
  const due = checked.filter(([, isFresh]) => !isFresh).map(([name]) => name)
  if (due.length === 0 && gone.length === 0) return { built: 0, faults: [] }

  const swc = due.some(isCode) ? await import('@swc/core') : null
  const results = await Promise.allSettled(due.map((name) => build(join(ROOT, name), swc)))
  const faults = due.flatMap((name, at) => {
    if (results[at].status === 'fulfilled') return []
    delete stamps[name]
    return [`${name}:${reasonOf(results[at].reason)}`]
  })
  await mkdir(DIST, { recursive: true })
  await write(MANIFEST, JSON.stringify({ version, stamps }))
  return { built: due.length, faults }
}

if (process.argv[1] && realpathSync(process.argv[1]) === HERE) {
  const { built, faults } = await buildAll()
  const seconds = performance.now() / 1000
  if (faults.length > 0) {
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    process.stdout.write(`build failed: ${faults[0]}${more}\n`)
    process.exitCode = 1
  } else if (built > 0 && seconds > 1) {
    process.stdout.write(`built ${built} files in ${seconds.toFixed(1)} s\n`)
  }
}
