import { type Database, isFaultOfData } from '../kernel/db.ts'
import { Group } from '../kernel/group.ts'
import { CHECK_GROUPS, groupSeen } from './handling-check-group.ts'
import { keepReceipts, type Receipt } from './handling-check-receipt.service.ts'

const weight = ({ rows }: Receipt): number => rows.length

const groupOf = (db: Database): Group<Receipt, void> =>
  new Group(
    {
      run: async (receipts) => {
        await keepReceipts(db, receipts)
        return receipts.map(() => undefined)
      },
      weight,
      mayBeOfOne: isFaultOfData,
      seen: groupSeen('keep'),
    },
    CHECK_GROUPS,
  )

const groups = new WeakMap<Database, Group<Receipt, void>>()

/** Makes a receipt durable, together with those that come while others are under way; returns when it is. */
export function keptReceipt(db: Database, receipt: Receipt): Promise<void> {
  if (weight(receipt) > CHECK_GROUPS.weightMax) return keepReceipts(db, [receipt])
  let group = groups.get(db)
  if (!group) groups.set(db, (group = groupOf(db)))
  return group.do(receipt)
}
