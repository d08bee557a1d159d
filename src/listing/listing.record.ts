import { field, labelledEnum } from '../graph/index.ts'
import { ListColour } from '../catalogue/index.ts'
import { defineRecord } from '../record/index.ts'

export const ListingStatus = labelledEnum('ListingStatus', '列入状态 State of a listing', {
  PROPOSED: ['拟列入', 'proposed'],
  NOTIFIED: ['已事先告知', 'the subject was told'],
  OBJECTED: ['已陈述申辩', 'the subject objected'],
  EFFECTIVE: ['已列入', 'on the list'],
  EXITED_EARLY: ['提前移出', 'left the list early'],
  EXPIRED: ['期满移出', 'term ended'],
  REVOKED: ['已撤销', 'the decision was revoked'],
  CORRECTED: ['已更正', 'the decision was corrected'],
})

/** 列入: one stay of a subject on a red, grey or black list, half-open; "listed on day D" is computed. */
export const Listing = defineRecord({
  name: 'Listing',
  table: 'listing',
  plural: 'listings',
  zh: '名单列入',
  en: 'One stay of a subject on a red, grey or black list; occurredOn is the day of the decision.',
  titleSql: `concat_ws(' ', '列入', t.list_code, t.reason)`,
  fields: {
    listCode: field.filterable(field.required(field.text('PUBLIC', '名单代码', 'Code of the list kind.'))),
    colour: field.filterable(
      field.required(field.oneOf(ListColour)('PUBLIC', '名单颜色', 'Red, grey or black.')),
    ),
    listingStatus: field.filterable(
      field.required(field.oneOf(ListingStatus)('PUBLIC', '列入状态', 'State of the listing.')),
    ),
    reason: field.text('PUBLIC', '列入事由', 'Reason of the listing.'),
    basis: field.text('PUBLIC', '列入依据', 'Legal basis as cited.'),
    identifierUsed: field.text('PUBLIC', '认定所用代码', 'Code the decision named.'),
    plannedTo: field.day('PUBLIC', '计划期满日', 'Day the term is planned to end.'),
    responsiblePersons: field.textList('RESTRICTED', '责任人员', 'Persons the decision names.'),
    exitDecisionNo: field.documentNumber('PUBLIC', '移出文书号', 'Decision that ended it.'),
    exitReason: field.text('PUBLIC', '移出事由', 'Why it ended.'),
    publicityFrom: field.day('PUBLIC', '公示起', 'First day of publicity.'),
    publicityTo: field.day('PUBLIC', '公示止', 'First day no longer published.'),
    sharedFrom: field.day('GOV_SHARED', '共享起', 'First day of sharing.'),
    sharedTo: field.day('GOV_SHARED', '共享止', 'First day no longer shared.'),
  },
})
