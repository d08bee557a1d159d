import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const ComplaintChannel = labelledEnum('ComplaintChannel', '投诉渠道 Channel of a complaint', {
  HOTLINE_12345: ['12345热线', 'hotline 12345'],
  PLATFORM_12315: ['12315平台', 'platform 12315'],
  VISIT: ['来访', 'visit'],
  LETTER: ['来信', 'letter'],
  ONLINE: ['网上投诉', 'online'],
})

export const ClueState = labelledEnum('ClueState', '线索状态 State of a clue or complaint', {
  NEW: ['新登记', 'new'],
  RESEARCHED: ['已研判', 'studied'],
  DISPATCHED: ['已交办', 'dispatched'],
  ACCEPTED: ['已受理', 'accepted'],
  HANDLING: ['办理中', 'being handled'],
  FED_BACK: ['已反馈', 'fed back'],
  CLOSED: ['已办结', 'closed'],
  RETURNED: ['已退回', 'returned'],
  OVERDUE: ['已逾期', 'overdue'],
})

/** 投诉举报. */
export const Complaint = defineRecord({
  name: 'Complaint',
  table: 'complaint',
  plural: 'complaints',
  zh: '投诉举报',
  en: 'A complaint about the subject; who complained is shown to the acceptance officer only.',
  titleSql: `concat_ws(' ', '投诉', t.category)`,
  fields: {
    channel: field.filterable(field.oneOf(ComplaintChannel)('GOV_SHARED', '渠道', 'Channel.')),
    category: field.text('GOV_SHARED', '类别', 'What it is about.'),
    summary: field.text('GOV_SHARED', '内容摘要', 'Summary without the complainant.'),
    state: field.filterable(field.oneOf(ClueState)('GOV_SHARED', '办理状态', 'State.')),
    acceptedOn: field.day('GOV_SHARED', '受理日期', 'Day it was accepted.'),
    closedOn: field.day('GOV_SHARED', '办结日期', 'Day it was closed.'),
    outcome: field.text('GOV_SHARED', '办理结果', 'Outcome.'),
    complainant: field.text('SECRET_PERSON', '投诉人', 'Sealed reference to the complainant.'),
  },
})
