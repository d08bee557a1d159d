import { expect, test } from '@jest/globals'
import { type CityPlan, nextPlan, stretchesOf, stretchName } from '../../src/demo/city-plan.ts'

const WANTED = { seed: 7, day: '2026-11-21', subjects: 1_000, step: 300 }
const plan = (of: Partial<CityPlan>): CityPlan => ({ ...WANTED, from: 0, whole: false, ...of })
const names = (of: CityPlan) => stretchesOf(of).map(stretchName)

test('begins a city in an empty hub', () => {
  expect(nextPlan(null, WANTED, [])).toEqual(plan({}))
  expect(names(plan({}))).toEqual(['0-300', '300-600', '600-900', '900-1000'])
})

test('does nothing where the city is large enough', () => {
  expect(nextPlan(plan({ whole: true }), WANTED, [])).toBeNull()
  expect(nextPlan(plan({ whole: true, subjects: 5_000 }), WANTED, [])).toBeNull()
})

test('lets a whole city grow from its end, with its own seed and day, on the same grid', () => {
  const next = nextPlan(plan({ whole: true, subjects: 200 }), { ...WANTED, seed: 9, day: '2026-12-01' }, [])
  expect(next).toEqual(plan({ from: 200 }))
  expect(names(next ?? plan({}))).toEqual(['200-300', '300-600', '600-900', '900-1000'])
})

test('finishes an interrupted load before anything else', () => {
  const interrupted = plan({ subjects: 800 })
  expect(nextPlan(interrupted, { ...WANTED, seed: 9 }, ['0-300'])).toEqual(interrupted)
})

test('settles for what is there where fewer subjects are wanted than were begun', () => {
  const interrupted = plan({ subjects: 9_000 })
  expect(nextPlan(interrupted, WANTED, ['0-300'])?.subjects).toBe(1_000)
  const further = nextPlan(interrupted, { ...WANTED, subjects: 100 }, ['0-300', '600-900'])
  expect(further?.subjects).toBe(900)
  expect(names(further ?? plan({}))).toEqual(['0-300', '300-600', '600-900'])
})

test('gives the heavy one its further records in a large city only', () => {
  expect(names(plan({ subjects: 9_999, step: 5_000 }))).not.toContain('cast-more')
  expect(names(plan({ subjects: 10_000, step: 5_000 }))).toEqual(['0-5000', '5000-10000', 'cast-more'])
})
