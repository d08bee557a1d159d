/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** 代码状态 How far the code can be trusted */
export type CodeStatus =
  /** 缺失 no code; known by another number or none */
  | 'ABSENT'
  /** 历史代码校验不符 characters right, check fails: real codes of the first batches */
  | 'LEGACY_CHECK_FAIL'
  /** 格式错误 not a code */
  | 'MALFORMED'
  /** 有效 valid */
  | 'VALID'
  /** 组织机构代码校验提示 mod-31 fits, the embedded organisation code does not */
  | 'WARN_ORG_CHECK';

/** 强制措施种类 Kind of compulsory measure, 行政强制法 §9, §12 */
export type CompulsionKind =
  /** 加处罚款或者滞纳金 late fine or fee */
  | 'EXECUTION_FINE'
  /** 冻结存款、汇款 deposits frozen */
  | 'FREEZE'
  /** 其他强制 other */
  | 'OTHER'
  /** 查封场所、设施或者财物 premises or property sealed */
  | 'SEAL'
  /** 扣押财物 property seized */
  | 'SEIZE'
  /** 代履行 performed by a substitute */
  | 'SUBSTITUTE';

/** 层级 Level of a department or division */
export type DepartmentLevel =
  /** 市 city */
  | 'CITY'
  /** 国家 country */
  | 'COUNTRY'
  /** 区县 district */
  | 'DISTRICT'
  /** 省 province */
  | 'PROVINCE';

/** 登记状态 Registration status */
export type EntityStatus =
  /** 存续 active */
  | 'ACTIVE'
  /** 注销 cancelled */
  | 'CANCELLED'
  /** 清算 liquidating */
  | 'LIQUIDATING'
  /** 迁出 moved out */
  | 'MOVED_OUT'
  /** 吊销 licence revoked */
  | 'REVOKED'
  /** 歇业 suspended */
  | 'SUSPENDED'
  /** 撤销 registration annulled */
  | 'WITHDRAWN';

/** 标识 A number of another kind than the unified social credit code. */
export type IdentifierInput = {
  /** 标识类别 Kind of number. */
  kind: IdentifierKind;
  /** 号码 The number as people type it. */
  value: string;
};

/** 标识类别 Kind of identifier */
export type IdentifierKind =
  /** 外国人永久居留身份证 foreign permanent residence */
  | 'FOREIGN_PR'
  /** 港澳台居民通行证 Hong Kong, Macao, Taiwan permit */
  | 'HMT_PERMIT'
  /** 事业单位证书号 institution certificate */
  | 'INSTITUTION_CERT'
  /** 组织机构代码 organisation code */
  | 'ORG_CODE'
  /** 护照 passport */
  | 'PASSPORT'
  /** 工商注册号 old registration number */
  | 'REG_NO'
  /** 居民身份证 resident id */
  | 'RESIDENT_ID'
  /** 社会组织登记证号 social organisation certificate */
  | 'SOCIAL_ORG_CERT'
  /** 纳税人识别号 taxpayer number */
  | 'TAX_NO'
  /** 统一社会信用代码 unified social credit code */
  | 'USCC';

/** 检查结果代码 Result code of an inspection */
export type InspectionResultCode =
  /** 未发现问题 no problem found; excludes all others */
  | 'C1'
  /** 违反市场监管规定 breaks market rules */
  | 'C2'
  /** 违反食品药品规定 food and drug rule */
  | 'C3'
  /** 违反质量规定 quality rule */
  | 'C4'
  /** 违反其他部门规定 rule of another department */
  | 'C5'
  /** 通过登记的住所(经营场所)无法联系 cannot be contacted at the registered place */
  | 'C6'
  /** 已关闭停业或正在组织清算 closed or liquidating */
  | 'C7'
  /** 不配合检查情节严重 refuses to co-operate, grave */
  | 'C8'
  /** 注销 deregistered */
  | 'C9'
  /** 被吊销 licence revoked */
  | 'C10'
  /** 被撤销 registration annulled */
  | 'C11'
  /** 迁出 moved out */
  | 'C12'
  /** 发现问题待后续处理 problem found, later handling */
  | 'CA'
  /** 未按规定公示应当公示的信息 not disclosed as required */
  | 'CB'
  /** 公示信息隐瞒真实情况弄虚作假 disclosed information false */
  | 'CC'
  /** 其他违反市场监管规定 other market rule */
  | 'CD'
  /** 发现问题经责令已改正 problem corrected on order */
  | 'CE'
  /** 未发现开展本次抽查涉及的经营活动 no such business carried on */
  | 'CF';

/** 名单颜色 Colour of a list */
export type ListColour =
  /** 黑名单（严重失信主体名单） serious untrustworthy */
  | 'BLACK'
  /** 灰名单（异常、关注类） abnormal or attention */
  | 'GREY'
  /** 红名单（守信激励） trustworthy */
  | 'RED';

/** 列入状态 State of a listing */
export type ListingStatus =
  /** 已更正 the decision was corrected */
  | 'CORRECTED'
  /** 已列入 on the list */
  | 'EFFECTIVE'
  /** 提前移出 left the list early */
  | 'EXITED_EARLY'
  /** 期满移出 term ended */
  | 'EXPIRED'
  /** 已事先告知 the subject was told */
  | 'NOTIFIED'
  /** 已陈述申辩 the subject objected */
  | 'OBJECTED'
  /** 拟列入 proposed */
  | 'PROPOSED'
  /** 已撤销 the decision was revoked */
  | 'REVOKED';

/** 措施效力 Effect of a measure */
export type MeasureEffect =
  /** 激励 favours */
  | 'INCENTIVE'
  /** 提示 informs */
  | 'INFORM'
  /** 禁止 forbids */
  | 'PROHIBIT'
  /** 限制 restricts */
  | 'RESTRICT'
  /** 加强审查或监管 closer review */
  | 'STRENGTHEN';

/** 名称类别 Kind of name */
export type NameKind =
  /** 现用名称 current */
  | 'CURRENT'
  /** 曾用名称 former */
  | 'FORMER'
  /** 简称 short */
  | 'SHORT';

/** 行政处罚筛选 Conditions on Penalty; all given ones must hold. */
export type PenaltyFilter = {
  /** 作出机关代码 Any of these values. */
  authorityCode?: Array<string> | null | undefined;
  /** 文书号 Any of these values. */
  documentNo?: Array<string> | null | undefined;
  /** 是否在效 In effect, or no longer, on the day asked for. */
  effective?: boolean | null | undefined;
  /** 发生日期起 On or after this day. */
  occurredFrom?: string | null | undefined;
  /** 发生日期止 Before this day. */
  occurredTo?: string | null | undefined;
  /** 处罚类别 Any of these values. */
  penaltyKinds?: Array<PenaltyKind> | null | undefined;
  /** 状态 Any of these values. */
  status?: Array<RecordStatus> | null | undefined;
};

/** 处罚类别 Kind of penalty, 行政处罚法 §9 */
export type PenaltyKind =
  /** 责令关闭 closure ordered */
  | 'CLOSE'
  /** 没收违法所得 unlawful gains confiscated */
  | 'CONFISCATE_GAINS'
  /** 没收非法财物 unlawful property confiscated */
  | 'CONFISCATE_PROPERTY'
  /** 通报批评 public criticism */
  | 'CRITICISM'
  /** 行政拘留 detention */
  | 'DETENTION'
  /** 降低资质等级 qualification grade lowered */
  | 'DOWNGRADE'
  /** 罚款 fine */
  | 'FINE'
  /** 其他 other */
  | 'OTHER'
  /** 限制开展生产经营活动 business restricted */
  | 'RESTRICT_OPERATION'
  /** 限制从业 profession restricted */
  | 'RESTRICT_PROFESSION'
  /** 吊销许可证件 licence revoked */
  | 'REVOKE_LICENCE'
  /** 责令停产停业 business suspended */
  | 'SUSPEND_BUSINESS'
  /** 暂扣许可证件 licence suspended */
  | 'SUSPEND_LICENCE'
  /** 警告 warning */
  | 'WARNING';

/** 记录类别 Kind of record */
export type RecordKind =
  /** 年度报告 An annual report to the publicity system, or its absence. */
  | 'ANNUAL_REPORT'
  /** 信用承诺 A credit commitment and how it was kept. */
  | 'COMMITMENT'
  /** 投诉举报 A complaint about the subject; who complained is shown to the acceptance officer only. */
  | 'COMPLAINT'
  /** 行政强制 A compulsory measure or execution. */
  | 'COMPULSORY_MEASURE'
  /** 决定事项 A decision from which a measure follows directly, without any list. */
  | 'DECISION_EVENT'
  /** 信用评价 A grade of one scheme and issue; the hub computes none by itself. */
  | 'EVALUATION'
  /** 监督检查 An inspection and its result. */
  | 'INSPECTION'
  /** 司法裁判及执行 A court judgment or enforcement. */
  | 'JUDGMENT'
  /** 行政许可 An administrative licence decision (nationwide template of 双公示). */
  | 'LICENCE'
  /** 名单列入 One stay of a subject on a red, grey or black list; occurredOn is the day of the decision. */
  | 'LISTING'
  /** 行政处罚 An administrative penalty decision (nationwide template of 双公示). */
  | 'PENALTY'
  /** 奖励荣誉 A reward or honour. */
  | 'REWARD'
  /** 水电气读数 A monthly reading of water, power or gas of an account linked to the subject. */
  | 'UTILITY_READING';

/** 记录状态 State of a record’s effect */
export type RecordStatus =
  /** 有效 in effect within its term */
  | 'ACTIVE'
  /** 已更正 replaced by a correction */
  | 'CORRECTED'
  /** 已到期或终止 term ended or ended early */
  | 'ENDED'
  /** 已修复 effect ended by credit repair; kept in the archive only */
  | 'REPAIRED'
  /** 已撤销 the decision was revoked */
  | 'REVOKED'
  /** 已撤回公示 publication withdrawn, the reason stays public */
  | 'WITHDRAWN';

/** 关联关系 Relation between two subjects */
export type RelationKind =
  /** 所属总公司 this subject is a branch of the other */
  | 'BRANCH_OF'
  /** 实际控制人 controller */
  | 'CONTROLLER'
  /** 转型为 converted to the other (个转企) */
  | 'CONVERTED_TO'
  /** 分支机构 the other is a branch of this subject */
  | 'HAS_BRANCH'
  /** 法定代表人 legal representative */
  | 'LEGAL_REP'
  /** 吸收合并 merged into the other */
  | 'MERGED_INTO'
  /** 前身 the other came before this subject */
  | 'PREDECESSOR'
  /** 董事监事高管 director, supervisor or senior manager */
  | 'SENIOR_STAFF'
  /** 股东 shareholder */
  | 'SHAREHOLDER'
  /** 分立自 split from the other */
  | 'SPLIT_FROM'
  /** 承继主体 the other continues this subject */
  | 'SUCCESSOR';

/** 命中方式 What the text was found in */
export type SearchMatch =
  /** 代码、号码 a code or number */
  | 'CODE'
  /** 曾用名称 a former name */
  | 'FORMER_NAME'
  /** 拼音首字母 pinyin initials of the name */
  | 'INITIALS'
  /** 现用名称 the current name */
  | 'NAME'
  /** 全拼 pinyin of the name */
  | 'PINYIN';

/** 主体筛选 Conditions on subjects; all given ones must hold. */
export type SubjectFilter = {
  /** 最低注册资本（元）Registered capital at least, in yuan. */
  capitalFrom?: number | null | undefined;
  /** 代码状态 Any of these code states. */
  codeStatus?: Array<CodeStatus> | null | undefined;
  /** 行政区划 A division with everything below it (330700 takes in 330702). */
  division?: string | null | undefined;
  /** 成立日期起 Established on or after. */
  establishedFrom?: string | null | undefined;
  /** 成立日期止 Established before this day. */
  establishedTo?: string | null | undefined;
  /** 行业 An industry with everything below it. */
  industry?: string | null | undefined;
  /** 主体类别 Any of these kinds. */
  kind?: Array<SubjectKind> | null | undefined;
  /** 登记状态 Any of these states. */
  status?: Array<EntityStatus> | null | undefined;
};

/** 主体类别 Kind of subject, from positions 1–2 of the code */
export type SubjectKind =
  /** 农民专业合作社 farmers’ cooperative */
  | 'COOPERATIVE'
  /** 企业 enterprise */
  | 'ENTERPRISE'
  /** 基金会 foundation */
  | 'FOUNDATION'
  /** 机关 government body */
  | 'GOVERNMENT'
  /** 个体工商户 individual business */
  | 'INDIVIDUAL_BUSINESS'
  /** 事业单位 public institution */
  | 'INSTITUTION'
  /** 律师执业机构 law firm */
  | 'LAW_FIRM'
  /** 自然人 natural person; never public */
  | 'NATURAL_PERSON'
  /** 其他组织 other organisation */
  | 'OTHER_ORG'
  /** 社会组织 social organisation */
  | 'SOCIAL_ORG'
  /** 工会 trade union */
  | 'UNION'
  /** 农村集体经济组织 village collective */
  | 'VILLAGE_ORG';

/** 排序 Order of a list of subjects */
export type SubjectOrder =
  /** 成立日期由近到远 newest first */
  | 'ESTABLISHED_NEWEST'
  /** 成立日期由远到近 oldest first */
  | 'ESTABLISHED_OLDEST'
  /** 按代码 by key */
  | 'KEY';

/** 被查角色 Role of a subject in a matter */
export type SubjectRole =
  /** 申请人 applicant */
  | 'APPLICANT'
  /** 控股股东、实际控制人 controller */
  | 'CONTROLLER'
  /** 法定代表人、负责人 legal representative */
  | 'LEGAL_REP'
  /** 自然人本人 the person concerned */
  | 'PERSON';

/** 公用事业类别 Kind of utility */
export type UtilityKind =
  /** 电 electricity */
  | 'ELECTRICITY'
  /** 气 gas */
  | 'GAS'
  /** 水 water */
  | 'WATER';

export type CataloguesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type CataloguesQuery = { departments: { nodes: Array<{ code: string, nameZh: string, level: DepartmentLevel }>, totalCount: { value: number } }, regions: { nodes: Array<{ code: string, nameZh: string, parentCode: string | null }> }, industries: { nodes: Array<{ code: string, nameZh: string }> }, listKinds: { nodes: Array<{ code: string, nameZh: string, colour: ListColour, measures: Array<{ code: string }> }> }, matters: { nodes: Array<{ code: string, nameZh: string, subjectsToQuery: Array<SubjectRole> }> }, measures: { nodes: Array<{ code: string, effect: MeasureEffect, published: boolean, lists: Array<{ code: string }> }> }, region: { nameZh: string, validTo: string | null } | null, codeLists: Array<{ value: string, zh: string, en: string }> };

export type SubjectHeadFragment = { id: string, uscc: string | null, name: string, kind: SubjectKind, status: EntityStatus, codeStatus: CodeStatus, establishedOn: string | null, divisionCode: string | null, registeredCapital: string | null, capitalCurrency: string | null };

export type SubjectByCodeQueryVariables = Exact<{
  uscc: string;
  asOf?: string | null | undefined;
}>;


export type SubjectByCodeQuery = { subject: { asOf: string | null, legalRepresentative: string | null, id: string, uscc: string | null, name: string, kind: SubjectKind, status: EntityStatus, codeStatus: CodeStatus, establishedOn: string | null, divisionCode: string | null, registeredCapital: string | null, capitalCurrency: string | null, division: { code: string, nameZh: string } | null, names: Array<{ name: string, nameKind: NameKind, validFrom: string | null, validTo: string | null }>, identifiers: Array<{ identifierKind: IdentifierKind, value: string }>, provenance: { source: string, batchId: string | null, lineNo: number | null, raw: Record<string, unknown>, quality: Array<string>, version: number } | null } | null };

export type SubjectByNumberQueryVariables = Exact<{
  identifier: IdentifierInput;
}>;


export type SubjectByNumberQuery = { subject: { id: string, uscc: string | null, name: string, kind: SubjectKind, status: EntityStatus, codeStatus: CodeStatus, establishedOn: string | null, divisionCode: string | null, registeredCapital: string | null, capitalCurrency: string | null } | null };

export type SubjectsQueryVariables = Exact<{
  filter?: SubjectFilter | null | undefined;
  orderBy?: SubjectOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type SubjectsQuery = { subjects: { nodes: Array<{ id: string, uscc: string | null, name: string, kind: SubjectKind, status: EntityStatus, codeStatus: CodeStatus, establishedOn: string | null, divisionCode: string | null, registeredCapital: string | null, capitalCurrency: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, totalCount: { value: number, capped: boolean } } };

export type SearchSubjectsQueryVariables = Exact<{
  text: string;
  first?: number;
  after?: string | null | undefined;
}>;


export type SearchSubjectsQuery = { searchSubjects: { edges: Array<{ matchedOn: SearchMatch, matchedText: string, score: number, node: { uscc: string | null, name: string, status: EntityStatus } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProfileQueryVariables = Exact<{
  uscc: string;
  asOf?: string | null | undefined;
}>;


export type ProfileQuery = { subject: { id: string, uscc: string | null, name: string, kind: SubjectKind, status: EntityStatus, codeStatus: CodeStatus, establishedOn: string | null, divisionCode: string | null, registeredCapital: string | null, capitalCurrency: string | null, recordCounts: Array<{ kind: RecordKind, label: string, total: number, effective: number }>, relatedParties: { nodes: Array<{ relation: RelationKind, partyName: string, party: { name: string } | null }> }, licences: { nodes: Array<{ certificateName: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, penalties: { nodes: Array<{ penaltyKinds: Array<PenaltyKind> | null, fine: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, inspections: { nodes: Array<{ resultCodes: Array<InspectionResultCode> | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, compulsoryMeasures: { nodes: Array<{ compulsionKind: CompulsionKind | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, judgments: { nodes: Array<{ court: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, listings: { nodes: Array<{ listCode: string, colour: ListColour, listingStatus: ListingStatus, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, listKind: { nameZh: string } | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, commitments: { nodes: Array<{ reason: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, evaluations: { nodes: Array<{ scheme: string, grade: string, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, rewards: { nodes: Array<{ honourName: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, annualReports: { nodes: Array<{ reportYear: number, revenue: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, complaints: { nodes: Array<{ category: string | null, complainant: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> }, utilityReadings: { nodes: Array<{ utility: UtilityKind | null, quantity: string | null, id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null }> } } | null };

type RecordHead_AnnualReport_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Commitment_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Complaint_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_CompulsoryMeasure_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_DecisionEvent_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Evaluation_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Inspection_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Judgment_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Licence_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Listing_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Penalty_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_Reward_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

type RecordHead_UtilityReading_Fragment = { id: string, occurredOn: string, validFrom: string, validTo: string | null, status: RecordStatus, isEffective: boolean, documentNo: string | null, authority: { code: string, nameZh: string } | null, provenance: { source: string, department: { nameZh: string } | null } | null };

export type RecordHeadFragment =
  | RecordHead_AnnualReport_Fragment
  | RecordHead_Commitment_Fragment
  | RecordHead_Complaint_Fragment
  | RecordHead_CompulsoryMeasure_Fragment
  | RecordHead_DecisionEvent_Fragment
  | RecordHead_Evaluation_Fragment
  | RecordHead_Inspection_Fragment
  | RecordHead_Judgment_Fragment
  | RecordHead_Licence_Fragment
  | RecordHead_Listing_Fragment
  | RecordHead_Penalty_Fragment
  | RecordHead_Reward_Fragment
  | RecordHead_UtilityReading_Fragment
;

export type TimelineQueryVariables = Exact<{
  uscc: string;
  first?: number;
  after?: string | null | undefined;
  kinds?: Array<RecordKind> | RecordKind | null | undefined;
  asOf?: string | null | undefined;
}>;


export type TimelineQuery = { subject: { timeline: { nodes: Array<{ occurredOn: string, kind: RecordKind, title: string, record:
          | { __typename: 'AnnualReport', id: string, occurredOn: string }
          | { __typename: 'Commitment', id: string, occurredOn: string }
          | { __typename: 'Complaint', id: string, occurredOn: string }
          | { __typename: 'CompulsoryMeasure', id: string, occurredOn: string }
          | { __typename: 'DecisionEvent', id: string, occurredOn: string }
          | { __typename: 'Evaluation', id: string, occurredOn: string }
          | { __typename: 'Inspection', id: string, occurredOn: string }
          | { __typename: 'Judgment', id: string, occurredOn: string }
          | { __typename: 'Licence', id: string, occurredOn: string }
          | { __typename: 'Listing', id: string, occurredOn: string }
          | { __typename: 'Penalty', id: string, occurredOn: string }
          | { __typename: 'Reward', id: string, occurredOn: string }
          | { __typename: 'UtilityReading', id: string, occurredOn: string }
         | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, totalCount: { value: number } } } | null };

export type PenaltiesQueryVariables = Exact<{
  uscc: string;
  filter?: PenaltyFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type PenaltiesQuery = { subject: { penalties: { nodes: Array<{ id: string, occurredOn: string, documentNo: string | null, penaltyKinds: Array<PenaltyKind> | null, fine: string | null, status: RecordStatus }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, totalCount: { value: number, capped: boolean } } } | null };

export type NodeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type NodeByIdQuery = { node:
    | { __typename: 'AnnualReport', id: string }
    | { __typename: 'Commitment', id: string }
    | { __typename: 'Complaint', id: string }
    | { __typename: 'CompulsoryMeasure', id: string }
    | { __typename: 'DecisionEvent', id: string }
    | { __typename: 'Evaluation', id: string }
    | { __typename: 'HandlingCheck', id: string }
    | { __typename: 'IngestBatch', id: string }
    | { __typename: 'Inspection', id: string }
    | { __typename: 'Judgment', id: string }
    | { __typename: 'Licence', id: string }
    | { __typename: 'Listing', id: string }
    | { __typename: 'Penalty', documentNo: string | null, id: string, subject: { name: string } | null }
    | { __typename: 'RelatedParty', id: string }
    | { __typename: 'Reward', id: string }
    | { __typename: 'Subject', name: string, id: string }
    | { __typename: 'UtilityReading', id: string }
   | null };

export const SubjectHeadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"codeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredCapital"}},{"kind":"Field","name":{"kind":"Name","value":"capitalCurrency"}}]}}]} as unknown as DocumentNode<SubjectHeadFragment, unknown>;
export const RecordHeadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreditRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isEffective"}},{"kind":"Field","name":{"kind":"Name","value":"documentNo"}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<RecordHeadFragment, unknown>;
export const CataloguesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Catalogues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"departments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"contains"},"value":{"kind":"StringValue","value":"婺城","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"parentCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"industries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"listKinds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"colour"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"matters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"subjectsToQuery"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"published"}},{"kind":"Field","name":{"kind":"Name","value":"lists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"120224","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"StringValue","value":"2000-01-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"codeLists"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"list"},"value":{"kind":"StringValue","value":"EntityStatus","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"zh"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]} as unknown as DocumentNode<CataloguesQuery, CataloguesQueryVariables>;
export const SubjectByCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubjectByCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LooseCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"uscc"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectHead"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"legalRepresentative"}},{"kind":"Field","name":{"kind":"Name","value":"division"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameKind"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"identifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"batchId"}},{"kind":"Field","name":{"kind":"Name","value":"lineNo"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"quality"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"codeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredCapital"}},{"kind":"Field","name":{"kind":"Name","value":"capitalCurrency"}}]}}]} as unknown as DocumentNode<SubjectByCodeQuery, SubjectByCodeQueryVariables>;
export const SubjectByNumberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubjectByNumber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IdentifierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"identifier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifier"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectHead"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"codeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredCapital"}},{"kind":"Field","name":{"kind":"Name","value":"capitalCurrency"}}]}}]} as unknown as DocumentNode<SubjectByNumberQuery, SubjectByNumberQueryVariables>;
export const SubjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Subjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectOrder"}}},"defaultValue":{"kind":"EnumValue","value":"KEY"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectHead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"codeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredCapital"}},{"kind":"Field","name":{"kind":"Name","value":"capitalCurrency"}}]}}]} as unknown as DocumentNode<SubjectsQuery, SubjectsQueryVariables>;
export const SearchSubjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchSubjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchSubjects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"matchedText"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchSubjectsQuery, SearchSubjectsQueryVariables>;
export const ProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Profile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LooseCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"uscc"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectHead"}},{"kind":"Field","name":{"kind":"Name","value":"recordCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relatedParties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relation"}},{"kind":"Field","name":{"kind":"Name","value":"partyName"}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"licences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"certificateName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"penalties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"penaltyKinds"}},{"kind":"Field","name":{"kind":"Name","value":"fine"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"inspections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"resultCodes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"compulsoryMeasures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"compulsionKind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"judgments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"court"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"listings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"listCode"}},{"kind":"Field","name":{"kind":"Name","value":"colour"}},{"kind":"Field","name":{"kind":"Name","value":"listingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"listKind"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commitments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"evaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rewards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"honourName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"annualReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"reportYear"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"complaints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"complainant"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"utilityReadings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecordHead"}},{"kind":"Field","name":{"kind":"Name","value":"utility"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"uscc"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"codeStatus"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredCapital"}},{"kind":"Field","name":{"kind":"Name","value":"capitalCurrency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecordHead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreditRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isEffective"}},{"kind":"Field","name":{"kind":"Name","value":"documentNo"}},{"kind":"Field","name":{"kind":"Name","value":"authority"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<ProfileQuery, ProfileQueryVariables>;
export const TimelineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Timeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LooseCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordKind"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"uscc"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TimelineQuery, TimelineQueryVariables>;
export const PenaltiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Penalties"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LooseCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PenaltyFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"uscc"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uscc"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"penalties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"documentNo"}},{"kind":"Field","name":{"kind":"Name","value":"penaltyKinds"}},{"kind":"Field","name":{"kind":"Name","value":"fine"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PenaltiesQuery, PenaltiesQueryVariables>;
export const NodeByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Subject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Penalty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentNo"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NodeByIdQuery, NodeByIdQueryVariables>;