import { Field as GraphField, ObjectType } from 'type-graphql'
import { Refusal, refusalText } from '../kernel/errors.ts'

@ObjectType({ simpleResolvers: true, description: '办理提示 A refusal of a mutation: data, not a fault.' })
export class UserError {
  @GraphField(() => String, { description: '稳定代码 Stable code, see docs/errors.md.' })
  code!: string

  @GraphField(() => String, { description: '中文说明 What is wrong and what to do next.' })
  message!: string

  @GraphField(() => String, { description: '英文说明 The same in English.' })
  messageEn!: string

  @GraphField(() => [String], { nullable: true, description: '字段路径 Path of the input field concerned.' })
  field!: string[] | null
}

export const userError = (refusal: Refusal, field: string[] | null = null): UserError => {
  const { zh, en } = refusalText(refusal.code, refusal.details)
  return { code: refusal.code, message: zh, messageEn: en, field }
}

/**
 * Runs a use case for a mutation: its refusals become `userErrors`. What speaks of the moment only (OVERLOADED)
 * stays an error of the whole answer, everything else a fault.
 */
export async function withUserErrors<Result extends object>(
  work: () => Promise<Result>,
): Promise<Partial<Result> & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] }
  } catch (fault) {
    if (fault instanceof Refusal && !fault.passing) return { userErrors: [userError(fault)] } as never
    throw fault
  }
}
