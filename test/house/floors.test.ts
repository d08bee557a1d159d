import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

/** The one total order: a room imports only from rooms to its right. */
const FLOORS = [
  'demo',
  'ingest',
  'handling-check',
  'listing',
  'grade',
  'utility-signal',
  'record',
  'subject',
  'catalogue',
  'ledger',
  'access',
  'documents',
  'graph',
  'kernel',
  'standards',
]
/** Rooms without a door of their own: every file may be entered. */
const OPEN = new Set(['kernel'])

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

interface Import {
  readonly file: string
  readonly room: string
  readonly target: string
  readonly targetRoom: string
}

function imports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) => {
    const text = readFileSync(`${SRC}${file}`, 'utf8')
    const specifiers = [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(
      ([, specifier]) => specifier ?? '',
    )
    return specifiers.map((specifier) => {
      const target = new URL(specifier, new URL(file, 'file:///')).pathname.slice(1)
      return { file, room: file.split('/')[0] ?? '', target, targetRoom: target.split('/')[0] ?? '' }
    })
  })
}

const inRooms = imports().filter(({ file }) => file.includes('/'))

describe('the house', () => {
  test('has a place for every room', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rooms.map((entry) => entry.name).sort()).toEqual([...FLOORS].sort())
  })

  test('has imports that run downstairs only', () => {
    const climbing = inRooms.filter(
      ({ room, targetRoom }) => room !== targetRoom && FLOORS.indexOf(targetRoom) < FLOORS.indexOf(room),
    )
    expect(climbing.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  test('has rooms entered by their doors', () => {
    const throughWalls = inRooms.filter(
      ({ room, target, targetRoom }) =>
        room !== targetRoom && !OPEN.has(targetRoom) && target !== `${targetRoom}/index.ts`,
    )
    const visibilityInKernel = throughWalls.filter(({ target }) => target !== 'standards/visibility.ts')
    expect(visibilityInKernel.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  test('reads the environment in one place', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const readers = files.filter((file) => readFileSync(`${SRC}${file}`, 'utf8').includes('process.env'))
    expect(readers.filter((file) => !['main.ts', 'cli.ts'].includes(file))).toEqual([])
  })
})
