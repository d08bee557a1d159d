// Builds the console page into web/dist/console unless the one there is still fresh; --force builds anyway.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import config from '../web/vite.config.mjs'

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const page = path('web/dist/console')
const stamp = `${page}/.stamp`
const usualSeconds = 4

function freshStamp() {
  const hash = createHash('sha256').update(readFileSync(path('web/vite.config.mjs')))
  const sources = readdirSync(path('web/console'), { recursive: true, withFileTypes: true })
  for (const file of sources
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()) {
    hash.update(file.slice(path('').length)).update(readFileSync(file))
  }
  const { packages } = JSON.parse(readFileSync(path('package-lock.json'), 'utf8'))
  for (const name of [
    'graphiql',
    '@graphiql/react',
    'monaco-editor',
    'monaco-graphql',
    'graphql',
    'react',
    'react-dom',
    'vite',
  ]) {
    hash.update(`${name}@${packages[`node_modules/${name}`]?.version}`)
  }
  return hash.digest('hex')
}

const wanted = freshStamp()
const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
if (found !== wanted || process.argv.includes('--force')) {
  const first = found === undefined ? '首次' : '重新'
  process.stdout.write(`控制台页面${first}构建… building the console page (about ${usualSeconds} s) `)
  const startedAt = performance.now()
  const { build } = await import('vite')
  // Built aside and renamed: a running server or an interrupted build never shows half a page.
  const aside = `${page}.${process.pid}`
  await build({ ...config, configFile: false, logLevel: 'warn', build: { ...config.build, outDir: aside } })
  writeFileSync(`${aside}/.stamp`, wanted)
  rmSync(page, { recursive: true, force: true })
  renameSync(aside, page)
  process.stdout.write(`完成 done, ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
}
