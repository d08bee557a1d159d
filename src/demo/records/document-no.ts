import type { Dice } from '../dice.ts'
import type { Department } from '../words/departments.ts'

/** A document number as the department writes it, e.g. 婺市监处罚〔2026〕123号; courts put the year first. */
export function documentNo(by: Department, word: string, year: number, dice: Dice): string {
  const serial = dice.between(1, 9_999)
  return by.code.endsWith('CRT')
    ? `〔${year}〕${by.mark}${word}${serial}号`
    : `${by.mark}${word}〔${year}〕${serial}号`
}
