import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/kernel/errors.ts'
import { Gate } from '../../src/kernel/gate.ts'
import { Group, type GroupLimits } from '../../src/kernel/group.ts'

const LIMITS: GroupLimits = { inFlight: 2, weightMax: 100, waitingMax: 100, waitMs: 5_000 }
const codeOf = (fault: unknown): string => (fault instanceof Refusal ? fault.code : String(fault))

/** Doubles numbers; a negative one spoils its group. Tells how they went together. */
function doubling(limits: Partial<GroupLimits> = {}, ms = 40) {
  const groups: number[][] = []
  let running = 0
  let most = 0
  const run = async (items: readonly number[]): Promise<number[]> => {
    groups.push([...items])
    running += 1
    most = Math.max(most, running)
    await pause(ms)
    running -= 1
    if (items.some((item) => item < 0)) throw new Error('negative')
    return items.map((item) => item * 2)
  }
  const group = new Group<number, number>(
    { run, weight: () => 1, mayBeOfOne: (fault) => fault instanceof Error },
    { ...LIMITS, ...limits },
  )
  return { group, groups, most: () => most }
}

describe('a group', () => {
  test('takes who comes in one turn of the loop; who comes later goes together, two groups at a time', async () => {
    const { group, groups, most } = doubling()
    const some = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => group.do(from + at))
    const first = some(0, 3)
    await pause(1)
    const second = some(3, 5)
    await pause(1)
    const answers = await Promise.all([...first, ...second, ...some(5, 20)])
    expect(answers).toEqual(Array.from({ length: 20 }, (_, at) => at * 2))
    expect(groups.map((one) => one.length)).toEqual([3, 2, 15])
    expect(most()).toBe(2)
  })

  test('is no heavier than the limit', async () => {
    const { group, groups } = doubling({ weightMax: 4 })
    await Promise.all(Array.from({ length: 10 }, (_, at) => group.do(at)))
    expect(Math.max(...groups.map((one) => one.length))).toBe(4)
  })

  test('is not spoilt by one of it', async () => {
    const { group } = doubling()
    const items = Array.from({ length: 40 }, (_, at) => (at === 17 || at === 30 ? -at : at))
    const answers = await Promise.allSettled(items.map((item) => group.do(item)))
    expect(answers.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([17, 30])
  })

  test('refuses OVERLOADED who would wait behind too many, or has waited too long', async () => {
    const { group } = doubling({ waitingMax: 3, waitMs: 30, inFlight: 1 }, 150)
    const told = (count: number) =>
      Promise.all(Array.from({ length: count }, () => group.do(1).catch((fault: unknown) => codeOf(fault))))
    const inFlight = told(3)
    await pause(5)
    const began = performance.now()
    expect(await told(5)).toEqual(Array.from({ length: 5 }, () => 'OVERLOADED'))
    expect(performance.now() - began).toBeLessThan(100)
    expect(await inFlight).toEqual([2, 2, 2])
    expect(await group.do(7)).toBe(14)
  })
})

describe('a gate', () => {
  test('lets in as many as there are places, the others in order', async () => {
    const gate = new Gate(2, { waitingMax: 10, waitMs: 1_000 })
    expect([gate.enter(), gate.enter()]).toEqual([null, null])
    const order: number[] = []
    const waiting = [1, 2].map((name) => gate.enter()?.then(() => order.push(name)))
    expect(gate.waiting).toBe(2)
    gate.leave()
    gate.leave()
    await Promise.all(waiting)
    expect(order).toEqual([1, 2])
    gate.leave()
    gate.leave()
    expect(gate.inside).toBe(0)
  })
})
