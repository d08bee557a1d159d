import { field, labelledEnum } from '../graph/index.ts'
import { defineRecord } from '../record/index.ts'

export const UtilityKind = labelledEnum('UtilityKind', '公用事业类别 Kind of utility', {
  ELECTRICITY: ['电', 'electricity'],
  WATER: ['水', 'water'],
  GAS: ['气', 'gas'],
})

export const AccountLinkBasis = labelledEnum(
  'AccountLinkBasis',
  '户号关联依据 Why an account is linked to the subject',
  {
    CONTRACT: ['用能合同', 'contract'],
    ADDRESS: ['地址匹配', 'address'],
    NAME: ['户名匹配', 'name'],
    MANUAL: ['人工确认', 'confirmed by hand'],
  },
)

/** 水电气读数: a signal is a fact, never a penalty. */
export const UtilityReading = defineRecord({
  name: 'UtilityReading',
  table: 'utility_reading',
  plural: 'utilityReadings',
  zh: '水电气读数',
  en: 'A monthly reading of water, power or gas of an account linked to the subject.',
  titleSql: `concat_ws(' ', '用能', t.utility, t.period)`,
  fields: {
    utility: field.filterable(
      field.required(field.oneOf(UtilityKind)('GOV_SHARED', '类别', 'Electricity, water or gas.')),
    ),
    period: field.text('GOV_SHARED', '账期', 'Month, YYYY-MM.'),
    quantity: field.decimal('GOV_SHARED', '用量', 'Quantity in the unit.'),
    unit: field.text('GOV_SHARED', '单位', 'kWh or m3.'),
    estimated: field.bool('GOV_SHARED', '是否估抄', 'True for an estimated reading.'),
    account: field.text('RESTRICTED', '户号', 'Hash of the account number.'),
    linkBasis: field.oneOf(AccountLinkBasis)('GOV_SHARED', '关联依据', 'Why the account is the subject’s.'),
    linkConfidence: field.decimal('GOV_SHARED', '关联置信度', '0 to 1; below 0.8 no signal may be raised.'),
  },
})
