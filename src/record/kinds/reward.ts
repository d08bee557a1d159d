import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const RewardLevel = labelledEnum('RewardLevel', '奖励级别 Level of an honour', {
  NATIONAL: ['国家级', 'national'],
  PROVINCE: ['省级', 'provincial'],
  CITY: ['市级', 'city'],
  DISTRICT: ['区县级', 'district'],
})

/** 行政奖励、荣誉. */
export const Reward = defineRecord({
  name: 'Reward',
  table: 'reward',
  plural: 'rewards',
  zh: '奖励荣誉',
  en: 'A reward or honour.',
  titleSql: `concat_ws(' ', '荣誉', t.honour_name)`,
  fields: {
    honourName: field.text('PUBLIC', '荣誉名称', 'Name of the honour.'),
    level: field.filterable(field.oneOf(RewardLevel)('PUBLIC', '级别', 'Level.')),
    basis: field.text('PUBLIC', '依据', 'Basis of the award.'),
    content: field.text('PUBLIC', '奖励内容', 'What was given.'),
  },
})
