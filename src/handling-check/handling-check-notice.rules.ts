import { REFUSALS } from '../kernel/errors.ts'

interface NoticeText {
  readonly zh: string
  readonly en: string
  /** The decision is at least REVIEW: an officer has to look. */
  readonly review: boolean
}

const review = (zh: string, en: string): NoticeText => ({ zh, en, review: true })
const tell = (zh: string, en: string): NoticeText => ({ zh, en, review: false })
const fault = (text: { zh: string; en: string }): NoticeText => ({ ...text, review: true })

/** What a check tells besides its reasons, so that nothing passes in silence. */
export const NOTICES = {
  USCC_EMPTY: fault(REFUSALS.USCC_EMPTY),
  USCC_LENGTH: fault(REFUSALS.USCC_LENGTH),
  USCC_CHARSET: fault(REFUSALS.USCC_CHARSET),
  USCC_DEPT: fault(REFUSALS.USCC_DEPT),
  USCC_CATEGORY: fault(REFUSALS.USCC_CATEGORY),
  USCC_REGION: fault(REFUSALS.USCC_REGION),
  USCC_CHECK_DIGIT: fault(REFUSALS.USCC_CHECK_DIGIT),
  SUBJECT_NOT_FOUND_1001: review(
    '主体登记库中没有代码为“{input}”的主体，本次未能核查其信用记录，请核对代码或人工核实。',
    'No subject on record has the code "{input}": nothing was checked; verify the code or ask by hand.',
  ),
  SUBJECT_NAME_MISMATCH_1001: review(
    '所填名称“{given}”与代码“{input}”的登记名称“{name}”不一致，请核对是否为同一主体。',
    'The name given, "{given}", is not the registered name "{name}" of "{input}"; verify that they are one.',
  ),
  SUBJECT_NAME_FORMER: tell(
    '所填名称“{given}”是该主体的曾用名，现登记名称为“{name}”。',
    'The name given, "{given}", is a former name; the registered name is now "{name}".',
  ),
  CODE_AMBIGUOUS: review(
    '“{input}”对应多个主体：{candidates}，本次未能核查，请填写统一社会信用代码。',
    '"{input}" leads to several subjects: {candidates}; nothing was checked, give the unified social credit code.',
  ),
  CODE_LEADS_ELSEWHERE: tell(
    '代码“{input}”是原代码，该主体现代码为“{other}”；两个代码下的记录均已核查。',
    'The code "{input}" is a former one, the subject now bears "{other}"; records under both were checked.',
  ),
  SUBJECT_CANCELLED: review(
    '“{name}”已注销（{day}），请核实其办事主体资格。',
    '"{name}" has been cancelled ({day}); verify that it can act.',
  ),
  SUBJECT_REVOKED: review(
    '“{name}”已被吊销营业执照（{day}），请核实其办事主体资格。',
    'The licence of "{name}" has been revoked ({day}); verify that it can act.',
  ),
  SUBJECT_WITHDRAWN: review(
    '“{name}”的登记已被撤销（{day}），请核实其办事主体资格。',
    'The registration of "{name}" has been annulled ({day}); verify that it can act.',
  ),
  SUBJECT_MOVED_OUT: review(
    '“{name}”已迁出（{day}），请向迁入地登记机关核实。',
    '"{name}" has moved out ({day}); ask the registration authority where it went.',
  ),
  SUBJECT_LIQUIDATING: review(
    '“{name}”正在清算（{day}），不得开展与清算无关的经营活动，请核实。',
    '"{name}" is in liquidation ({day}) and may do nothing else; verify.',
  ),
  SUBJECT_SUSPENDED: tell('“{name}”处于歇业状态（{day}）。', '"{name}" has suspended business ({day}).'),
  ROLE_NOT_IN_MATTER: review(
    '“{matter}”不核查“{role}”这一角色，应核查：{roles}，请核对被查主体的角色。',
    'The matter "{matter}" does not ask for the role {role} but for {roles}; verify the role.',
  ),
  ROLE_NOT_OF_SUBJECT: review(
    '“{name}”不是自然人，不能以“{role}”的角色核查，请填写本人的证件号码。',
    '"{name}" is no natural person and cannot be checked as {role}; give the number of the person.',
  ),
  RELATED_PERSON_NOT_IDENTIFIED: tell(
    '“{subject}”的{role}{person}在登记库中无法识别，其信用记录未核查，必要时请另行填写其证件号码或代码核查。',
    'The {role} of "{subject}"{person} cannot be identified in the register and was not checked; check by number.',
  ),
  LISTED_WITHOUT_MEASURE: tell(
    '“{name}”在{lists}内，但没有已公布的措施适用于本事项，不得据此限制其办理。',
    '"{name}" is on {lists}, but no published measure applies to this matter: it may not be restricted for that.',
  ),
  LIST_NOT_IN_CATALOGUE: review(
    '“{name}”在名单“{lists}”内，该名单不在现行名单目录中，无法判断适用的措施，请人工核实。',
    '"{name}" is on {lists}, which is not in the catalogue in force: what follows cannot be told; verify by hand.',
  ),
  INCENTIVE_LOST_TO_BLACK_LIST: tell(
    '“{name}”同时在守信激励名单和严重失信主体名单内，不适用激励措施。',
    '"{name}" is on a red and a black list: no incentive applies.',
  ),
} as const satisfies Record<string, NoticeText>

export type NoticeCode = keyof typeof NOTICES

export interface Notice {
  readonly code: NoticeCode
  readonly zh: string
  readonly en: string
}

const fill = (text: string, details: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '')

/** A notice in both languages; a detail whose English differs is given as `{ zh, en }`. */
export function notice(
  code: NoticeCode,
  details: Readonly<Record<string, string | { zh: string; en: string }>>,
): Notice {
  const of = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(details).map(([name, text]) => [name, typeof text === 'string' ? text : text[language]]),
    )
  return { code, zh: fill(NOTICES[code].zh, of('zh')), en: fill(NOTICES[code].en, of('en')) }
}

export const asksForReview = (code: NoticeCode): boolean => NOTICES[code].review
