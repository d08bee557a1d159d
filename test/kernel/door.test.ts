import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { Door } from '../../src/kernel/door.ts'

function block(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

test('one long task turns nobody away, a loop that stays late does, until it is well again', async () => {
  const door = new Door({ inFlightMax: 10, lagMaxMs: 60 })
  await pause(300)
  block(700)
  await pause(300)
  expect(door.enter()).toBe(true)
  door.leave()
  for (let turn = 0; turn < 16; turn += 1) {
    block(120)
    await pause(0)
  }
  expect(door.enter()).toBe(false)
  expect(door.refused).toBe(1)
  for (let tries = 0; tries < 20 && !door.enter(); tries += 1) await pause(100)
  expect(door.inFlight).toBe(1)
  door.remove()
})
