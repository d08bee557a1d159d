import { Migration } from '@mikro-orm/migrations'

const TABLES = `
create table "annual_report" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "report_year" int not null,
  "state" text null,
  "filed_on" date null,
  "employees" int null,
  "revenue" bigint null,
  "contact" text null,
  primary key ("subject_key", "row_id")
);
comment on table "annual_report" is '年度报告 An annual report to the publicity system, or its absence.';
comment on column "annual_report"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "annual_report"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "annual_report"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "annual_report"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "annual_report"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "annual_report"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "annual_report"."status" is '状态 State of its effect.';
comment on column "annual_report"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "annual_report"."document_no" is '文书号 Document number.';
comment on column "annual_report"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "annual_report"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "annual_report"."visibility" is '公开属性 Who may see the record.';
comment on column "annual_report"."source" is '报送单位代码 Source department code.';
comment on column "annual_report"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "annual_report"."batch_id" is '批次 Ingest batch.';
comment on column "annual_report"."line_no" is '行号 Line in the file.';
comment on column "annual_report"."received_at" is '收到时刻 When the hub received it.';
comment on column "annual_report"."raw" is '原值 Values as they arrived.';
comment on column "annual_report"."quality" is '质量标记 Quality marks.';
comment on column "annual_report"."version" is '版本 Version of the row.';
comment on column "annual_report"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "annual_report"."report_year" is '报告年度 Year reported on.';
comment on column "annual_report"."state" is '年报状态 State of the report.';
comment on column "annual_report"."filed_on" is '报送日期 Day it was filed.';
comment on column "annual_report"."employees" is '从业人数 Employees; public only where the subject chose so.';
comment on column "annual_report"."revenue" is '营业总收入 Revenue; shown only where the subject chose so.';
comment on column "annual_report"."contact" is '通信地址 Postal address.';
create unique index "annual_report_source_key" on "annual_report" ("subject_key", "source", "source_key");
create index "annual_report_by_day" on "annual_report" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "catalogue_edition" (
  "catalogue" text not null,
  "digest" text not null,
  "version" int not null,
  "loaded_at" timestamptz not null,
  primary key ("catalogue")
);
comment on table "catalogue_edition" is '目录版本 Loaded edition of each catalogue.';
create table "commitment" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "commitment_kind" text null,
  "reason" text null,
  "content" text null,
  "accepted_by" text null,
  "state" text null,
  "fulfilled_on" date null,
  "breach_decision_no" text null,
  primary key ("subject_key", "row_id")
);
comment on table "commitment" is '信用承诺 A credit commitment and how it was kept.';
comment on column "commitment"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "commitment"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "commitment"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "commitment"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "commitment"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "commitment"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "commitment"."status" is '状态 State of its effect.';
comment on column "commitment"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "commitment"."document_no" is '文书号 Document number.';
comment on column "commitment"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "commitment"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "commitment"."visibility" is '公开属性 Who may see the record.';
comment on column "commitment"."source" is '报送单位代码 Source department code.';
comment on column "commitment"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "commitment"."batch_id" is '批次 Ingest batch.';
comment on column "commitment"."line_no" is '行号 Line in the file.';
comment on column "commitment"."received_at" is '收到时刻 When the hub received it.';
comment on column "commitment"."raw" is '原值 Values as they arrived.';
comment on column "commitment"."quality" is '质量标记 Quality marks.';
comment on column "commitment"."version" is '版本 Version of the row.';
comment on column "commitment"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "commitment"."commitment_kind" is '承诺类型 Kind of commitment.';
comment on column "commitment"."reason" is '承诺事由 What it was made for.';
comment on column "commitment"."content" is '承诺内容 What was promised.';
comment on column "commitment"."accepted_by" is '承诺受理单位 Who received it.';
comment on column "commitment"."state" is '履约状态 State; a breach needs a decision.';
comment on column "commitment"."fulfilled_on" is '履行日期 Day it was fulfilled.';
comment on column "commitment"."breach_decision_no" is '违诺认定文书号 Decision that found the breach.';
create unique index "commitment_source_key" on "commitment" ("subject_key", "source", "source_key");
create index "commitment_by_day" on "commitment" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "complaint" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "channel" text null,
  "category" text null,
  "summary" text null,
  "state" text null,
  "accepted_on" date null,
  "closed_on" date null,
  "outcome" text null,
  "complainant" text null,
  primary key ("subject_key", "row_id")
);
comment on table "complaint" is '投诉举报 A complaint about the subject; who complained is shown to the acceptance officer only.';
comment on column "complaint"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "complaint"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "complaint"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "complaint"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "complaint"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "complaint"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "complaint"."status" is '状态 State of its effect.';
comment on column "complaint"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "complaint"."document_no" is '文书号 Document number.';
comment on column "complaint"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "complaint"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "complaint"."visibility" is '公开属性 Who may see the record.';
comment on column "complaint"."source" is '报送单位代码 Source department code.';
comment on column "complaint"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "complaint"."batch_id" is '批次 Ingest batch.';
comment on column "complaint"."line_no" is '行号 Line in the file.';
comment on column "complaint"."received_at" is '收到时刻 When the hub received it.';
comment on column "complaint"."raw" is '原值 Values as they arrived.';
comment on column "complaint"."quality" is '质量标记 Quality marks.';
comment on column "complaint"."version" is '版本 Version of the row.';
comment on column "complaint"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "complaint"."channel" is '渠道 Channel.';
comment on column "complaint"."category" is '类别 What it is about.';
comment on column "complaint"."summary" is '内容摘要 Summary without the complainant.';
comment on column "complaint"."state" is '办理状态 State.';
comment on column "complaint"."accepted_on" is '受理日期 Day it was accepted.';
comment on column "complaint"."closed_on" is '办结日期 Day it was closed.';
comment on column "complaint"."outcome" is '办理结果 Outcome.';
comment on column "complaint"."complainant" is '投诉人 Sealed reference to the complainant.';
create unique index "complaint_source_key" on "complaint" ("subject_key", "source", "source_key");
create index "complaint_by_day" on "complaint" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "compulsory_measure" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "compulsion_kind" text null,
  "target" text null,
  "facts" text null,
  "basis" text null,
  "lifted_on" date null,
  "lift_document_no" text null,
  primary key ("subject_key", "row_id")
);
comment on table "compulsory_measure" is '行政强制 A compulsory measure or execution.';
comment on column "compulsory_measure"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "compulsory_measure"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "compulsory_measure"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "compulsory_measure"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "compulsory_measure"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "compulsory_measure"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "compulsory_measure"."status" is '状态 State of its effect.';
comment on column "compulsory_measure"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "compulsory_measure"."document_no" is '文书号 Document number.';
comment on column "compulsory_measure"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "compulsory_measure"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "compulsory_measure"."visibility" is '公开属性 Who may see the record.';
comment on column "compulsory_measure"."source" is '报送单位代码 Source department code.';
comment on column "compulsory_measure"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "compulsory_measure"."batch_id" is '批次 Ingest batch.';
comment on column "compulsory_measure"."line_no" is '行号 Line in the file.';
comment on column "compulsory_measure"."received_at" is '收到时刻 When the hub received it.';
comment on column "compulsory_measure"."raw" is '原值 Values as they arrived.';
comment on column "compulsory_measure"."quality" is '质量标记 Quality marks.';
comment on column "compulsory_measure"."version" is '版本 Version of the row.';
comment on column "compulsory_measure"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "compulsory_measure"."compulsion_kind" is '强制种类 Kind of compulsion.';
comment on column "compulsory_measure"."target" is '强制对象 Property or place concerned.';
comment on column "compulsory_measure"."facts" is '事实与理由 Facts and reasons.';
comment on column "compulsory_measure"."basis" is '依据 Legal basis as cited.';
comment on column "compulsory_measure"."lifted_on" is '解除日期 Day it was lifted.';
comment on column "compulsory_measure"."lift_document_no" is '解除文书号 Document that lifted it.';
create unique index "compulsory_measure_source_key" on "compulsory_measure" ("subject_key", "source", "source_key");
create index "compulsory_measure_by_day" on "compulsory_measure" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "decision_event" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "event_kind" text not null,
  "reason" text null,
  "basis" text null,
  primary key ("subject_key", "row_id")
);
comment on table "decision_event" is '决定事项 A decision from which a measure follows directly, without any list.';
comment on column "decision_event"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "decision_event"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "decision_event"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "decision_event"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "decision_event"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "decision_event"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "decision_event"."status" is '状态 State of its effect.';
comment on column "decision_event"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "decision_event"."document_no" is '文书号 Document number.';
comment on column "decision_event"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "decision_event"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "decision_event"."visibility" is '公开属性 Who may see the record.';
comment on column "decision_event"."source" is '报送单位代码 Source department code.';
comment on column "decision_event"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "decision_event"."batch_id" is '批次 Ingest batch.';
comment on column "decision_event"."line_no" is '行号 Line in the file.';
comment on column "decision_event"."received_at" is '收到时刻 When the hub received it.';
comment on column "decision_event"."raw" is '原值 Values as they arrived.';
comment on column "decision_event"."quality" is '质量标记 Quality marks.';
comment on column "decision_event"."version" is '版本 Version of the row.';
comment on column "decision_event"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "decision_event"."event_kind" is '决定类别 Kind of decision.';
comment on column "decision_event"."reason" is '事由 Reason.';
comment on column "decision_event"."basis" is '依据 Legal basis as cited.';
create unique index "decision_event_source_key" on "decision_event" ("subject_key", "source", "source_key");
create index "decision_event_by_day" on "decision_event" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "department" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "name_en" text null,
  "uscc" text null,
  "region_code" text not null,
  "level" text not null,
  "function_code" text not null,
  "parent_code" text null,
  primary key ("code", "valid_from")
);
comment on table "department" is '部门 A department or other unit that sends or decides.';
comment on column "department"."code" is '代码 Code.';
comment on column "department"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "department"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "department"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "department"."name_zh" is '名称 Chinese name.';
comment on column "department"."name_en" is '英文名称 English name.';
comment on column "department"."uscc" is '统一社会信用代码 Unified social credit code of the unit.';
comment on column "department"."region_code" is '行政区划 Division it belongs to.';
comment on column "department"."level" is '层级 Level.';
comment on column "department"."function_code" is '职能代码 Function code, the same at every level.';
comment on column "department"."parent_code" is '上级部门 Code of the superior department.';
create table "evaluation" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "scheme" text not null,
  "issue" text null,
  "grade" text not null,
  "score" numeric(18,3) null,
  "model_version" text null,
  "factors" text[] null,
  primary key ("subject_key", "row_id")
);
comment on table "evaluation" is '信用评价 A grade of one scheme and issue; the hub computes none by itself.';
comment on column "evaluation"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "evaluation"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "evaluation"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "evaluation"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "evaluation"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "evaluation"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "evaluation"."status" is '状态 State of its effect.';
comment on column "evaluation"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "evaluation"."document_no" is '文书号 Document number.';
comment on column "evaluation"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "evaluation"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "evaluation"."visibility" is '公开属性 Who may see the record.';
comment on column "evaluation"."source" is '报送单位代码 Source department code.';
comment on column "evaluation"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "evaluation"."batch_id" is '批次 Ingest batch.';
comment on column "evaluation"."line_no" is '行号 Line in the file.';
comment on column "evaluation"."received_at" is '收到时刻 When the hub received it.';
comment on column "evaluation"."raw" is '原值 Values as they arrived.';
comment on column "evaluation"."quality" is '质量标记 Quality marks.';
comment on column "evaluation"."version" is '版本 Version of the row.';
comment on column "evaluation"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "evaluation"."scheme" is '评价体系 Scheme, e.g. 公共信用综合评价, 纳税信用.';
comment on column "evaluation"."issue" is '期次 Issue, e.g. 2026 or 2026-03.';
comment on column "evaluation"."grade" is '等级 Grade in the terms of the scheme.';
comment on column "evaluation"."score" is '得分 Score where the scheme has one.';
comment on column "evaluation"."model_version" is '模型版本 Version of the model.';
comment on column "evaluation"."factors" is '主要因素 Factors that decided the grade.';
create unique index "evaluation_source_key" on "evaluation" ("subject_key", "source", "source_key");
create index "evaluation_by_day" on "evaluation" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "history" (
  "subject_key" text not null,
  "fact" text not null,
  "row_id" text not null,
  "version" int not null,
  "valid_from" date null,
  "valid_to" date null,
  "recorded_at" timestamptz not null,
  "superseded_at" timestamptz not null,
  "reason" text not null,
  "row" jsonb not null,
  primary key ("subject_key", "fact", "row_id", "version")
);
comment on table "history" is '历史版本 Superseded versions of facts.';
create table "identifier" (
  "subject_key" text not null,
  "identifier_kind" text not null,
  "value" text not null,
  "valid_from" date null,
  "valid_to" date null,
  "source" text not null,
  primary key ("subject_key", "identifier_kind", "value")
);
comment on table "identifier" is '标识 A number that leads to the subject, with its years.';
comment on column "identifier"."subject_key" is '主体键 Key of the subject.';
comment on column "identifier"."identifier_kind" is '标识类别 Kind of number.';
comment on column "identifier"."value" is '号码 The number; numbers of persons are kept as keyed hashes.';
comment on column "identifier"."valid_from" is '有效期自 First day of use, where known.';
comment on column "identifier"."valid_to" is '有效期至 First day no longer used.';
comment on column "identifier"."source" is '来源 Where it comes from.';
create index "identifier_by_value" on "identifier" ("value", "identifier_kind");
create table "industry" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "name_en" text null,
  "parent_code" text null,
  primary key ("code", "valid_from")
);
comment on table "industry" is '国民经济行业 A section or division of GB/T 4754-2017.';
comment on column "industry"."code" is '代码 Code.';
comment on column "industry"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "industry"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "industry"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "industry"."name_zh" is '名称 Chinese name.';
comment on column "industry"."name_en" is '英文名称 English name.';
comment on column "industry"."parent_code" is '上级行业 Section above.';
create table "ingest_batch" (
  "id" uuid not null,
  "format" text not null,
  "file_name" text not null,
  "file_hash" text not null,
  "file_bytes" bigint not null,
  "source" text not null,
  "header" text not null,
  "state" text not null,
  "failure" text null,
  "started_at" timestamptz not null,
  "finished_at" timestamptz null,
  "lines_done" int not null,
  "counts" jsonb not null,
  "account" text not null,
  "department" text not null,
  primary key ("id")
);
comment on table "ingest_batch" is '归集批次 One file on its way in; its id is derived from format, source and file hash.';
create index "ingest_batch_by_start" on "ingest_batch" ("started_at" desc, "id" desc);
create table "ingest_seen" (
  "batch_id" uuid not null,
  "subject_key" text not null,
  "source_key" text not null,
  "line_no" int not null,
  primary key ("batch_id", "subject_key", "source_key")
);
comment on table "ingest_seen" is '批内已见 Keys already met in a running batch; emptied when the batch ends.';
create table "inspection" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "inspection_kind" text null,
  "method" text null,
  "plan_task" text null,
  "item_name" text null,
  "finished_on" date null,
  "result_codes" text[] null,
  "result_text" text null,
  "disposal" text null,
  "inspectors" text[] null,
  primary key ("subject_key", "row_id")
);
comment on table "inspection" is '监督检查 An inspection and its result.';
comment on column "inspection"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "inspection"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "inspection"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "inspection"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "inspection"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "inspection"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "inspection"."status" is '状态 State of its effect.';
comment on column "inspection"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "inspection"."document_no" is '文书号 Document number.';
comment on column "inspection"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "inspection"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "inspection"."visibility" is '公开属性 Who may see the record.';
comment on column "inspection"."source" is '报送单位代码 Source department code.';
comment on column "inspection"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "inspection"."batch_id" is '批次 Ingest batch.';
comment on column "inspection"."line_no" is '行号 Line in the file.';
comment on column "inspection"."received_at" is '收到时刻 When the hub received it.';
comment on column "inspection"."raw" is '原值 Values as they arrived.';
comment on column "inspection"."quality" is '质量标记 Quality marks.';
comment on column "inspection"."version" is '版本 Version of the row.';
comment on column "inspection"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "inspection"."inspection_kind" is '检查类型 Kind of inspection.';
comment on column "inspection"."method" is '检查方式 Way of inspection.';
comment on column "inspection"."plan_task" is '计划任务编号 Task of the plan it belongs to.';
comment on column "inspection"."item_name" is '检查事项 Matter inspected.';
comment on column "inspection"."finished_on" is '完成日期 Day the inspection ended.';
comment on column "inspection"."result_codes" is '检查结果代码 Result codes.';
comment on column "inspection"."result_text" is '检查结果 Result in words.';
comment on column "inspection"."disposal" is '后续处理 What follows.';
comment on column "inspection"."inspectors" is '检查人员 Inspectors, by certificate number.';
create unique index "inspection_source_key" on "inspection" ("subject_key", "source", "source_key");
create index "inspection_by_day" on "inspection" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "judgment" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "court" text null,
  "case_kind" text null,
  "cause_of_action" text null,
  "party_role" text null,
  "result" text null,
  "amount" bigint null,
  "performance" text null,
  "filed_on" date null,
  primary key ("subject_key", "row_id")
);
comment on table "judgment" is '司法裁判及执行 A court judgment or enforcement.';
comment on column "judgment"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "judgment"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "judgment"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "judgment"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "judgment"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "judgment"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "judgment"."status" is '状态 State of its effect.';
comment on column "judgment"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "judgment"."document_no" is '文书号 Document number.';
comment on column "judgment"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "judgment"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "judgment"."visibility" is '公开属性 Who may see the record.';
comment on column "judgment"."source" is '报送单位代码 Source department code.';
comment on column "judgment"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "judgment"."batch_id" is '批次 Ingest batch.';
comment on column "judgment"."line_no" is '行号 Line in the file.';
comment on column "judgment"."received_at" is '收到时刻 When the hub received it.';
comment on column "judgment"."raw" is '原值 Values as they arrived.';
comment on column "judgment"."quality" is '质量标记 Quality marks.';
comment on column "judgment"."version" is '版本 Version of the row.';
comment on column "judgment"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "judgment"."court" is '法院 Court.';
comment on column "judgment"."case_kind" is '案件类型 Kind of case.';
comment on column "judgment"."cause_of_action" is '案由 Cause of action.';
comment on column "judgment"."party_role" is '诉讼地位 Role of the subject.';
comment on column "judgment"."result" is '裁判结果 Result.';
comment on column "judgment"."amount" is '标的金额 Amount in dispute or to be performed.';
comment on column "judgment"."performance" is '履行情况 How far it was performed.';
comment on column "judgment"."filed_on" is '立案日期 Day the case was filed.';
create unique index "judgment_source_key" on "judgment" ("subject_key", "source", "source_key");
create index "judgment_by_day" on "judgment" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "licence" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "party_name" text null,
  "party_kind" text null,
  "legal_representative" text null,
  "document_name" text null,
  "licence_kinds" text[] null,
  "licence_kind_other" text null,
  "certificate_name" text null,
  "certificate_no" text null,
  "content" text null,
  "state" text null,
  "remark" text null,
  primary key ("subject_key", "row_id")
);
comment on table "licence" is '行政许可 An administrative licence decision (nationwide template of 双公示).';
comment on column "licence"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "licence"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "licence"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "licence"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "licence"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "licence"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "licence"."status" is '状态 State of its effect.';
comment on column "licence"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "licence"."document_no" is '文书号 Document number.';
comment on column "licence"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "licence"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "licence"."visibility" is '公开属性 Who may see the record.';
comment on column "licence"."source" is '报送单位代码 Source department code.';
comment on column "licence"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "licence"."batch_id" is '批次 Ingest batch.';
comment on column "licence"."line_no" is '行号 Line in the file.';
comment on column "licence"."received_at" is '收到时刻 When the hub received it.';
comment on column "licence"."raw" is '原值 Values as they arrived.';
comment on column "licence"."quality" is '质量标记 Quality marks.';
comment on column "licence"."version" is '版本 Version of the row.';
comment on column "licence"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "licence"."party_name" is '行政相对人名称 Name of the licensee as given.';
comment on column "licence"."party_kind" is '行政相对人类别 Class of the licensee.';
comment on column "licence"."legal_representative" is '法定代表人 Legal representative as given.';
comment on column "licence"."document_name" is '决定文书名称 Name of the decision document.';
comment on column "licence"."licence_kinds" is '许可类别 Kinds of licence.';
comment on column "licence"."licence_kind_other" is '其他类别说明 What "other" stands for.';
comment on column "licence"."certificate_name" is '许可证书名称 Name of the certificate.';
comment on column "licence"."certificate_no" is '许可编号 Number of the certificate.';
comment on column "licence"."content" is '许可内容 What is licensed.';
comment on column "licence"."state" is '当前状态 State of the licence.';
comment on column "licence"."remark" is '备注 Remark.';
create unique index "licence_source_key" on "licence" ("subject_key", "source", "source_key");
create index "licence_by_day" on "licence" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "listing" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "list_code" text not null,
  "colour" text not null,
  "listing_status" text not null,
  "reason" text null,
  "basis" text null,
  "identifier_used" text null,
  "planned_to" date null,
  "responsible_persons" text[] null,
  "exit_decision_no" text null,
  "exit_reason" text null,
  "publicity_from" date null,
  "publicity_to" date null,
  "shared_from" date null,
  "shared_to" date null,
  primary key ("subject_key", "row_id")
);
comment on table "listing" is '名单列入 One stay of a subject on a red, grey or black list; occurredOn is the day of the decision.';
comment on column "listing"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "listing"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "listing"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "listing"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "listing"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "listing"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "listing"."status" is '状态 State of its effect.';
comment on column "listing"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "listing"."document_no" is '文书号 Document number.';
comment on column "listing"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "listing"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "listing"."visibility" is '公开属性 Who may see the record.';
comment on column "listing"."source" is '报送单位代码 Source department code.';
comment on column "listing"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "listing"."batch_id" is '批次 Ingest batch.';
comment on column "listing"."line_no" is '行号 Line in the file.';
comment on column "listing"."received_at" is '收到时刻 When the hub received it.';
comment on column "listing"."raw" is '原值 Values as they arrived.';
comment on column "listing"."quality" is '质量标记 Quality marks.';
comment on column "listing"."version" is '版本 Version of the row.';
comment on column "listing"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "listing"."list_code" is '名单代码 Code of the list kind.';
comment on column "listing"."colour" is '名单颜色 Red, grey or black.';
comment on column "listing"."listing_status" is '列入状态 State of the listing.';
comment on column "listing"."reason" is '列入事由 Reason of the listing.';
comment on column "listing"."basis" is '列入依据 Legal basis as cited.';
comment on column "listing"."identifier_used" is '认定所用代码 Code the decision named.';
comment on column "listing"."planned_to" is '计划期满日 Day the term is planned to end.';
comment on column "listing"."responsible_persons" is '责任人员 Persons the decision names.';
comment on column "listing"."exit_decision_no" is '移出文书号 Decision that ended it.';
comment on column "listing"."exit_reason" is '移出事由 Why it ended.';
comment on column "listing"."publicity_from" is '公示起 First day of publicity.';
comment on column "listing"."publicity_to" is '公示止 First day no longer published.';
comment on column "listing"."shared_from" is '共享起 First day of sharing.';
comment on column "listing"."shared_to" is '共享止 First day no longer shared.';
create unique index "listing_source_key" on "listing" ("subject_key", "source", "source_key");
create index "listing_by_day" on "listing" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "list_kind" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "name_en" text null,
  "colour" text not null,
  "designating_authority" text null,
  "basis" text null,
  "max_term" text null,
  "min_term_for_exit" text null,
  "exit_conditions" text null,
  "repairable" text null,
  "objects" text[] null,
  "publish" text null,
  primary key ("code", "valid_from")
);
comment on table "list_kind" is '名单类别 A kind of red, grey or black list with its legal basis, term and way out.';
comment on column "list_kind"."code" is '代码 Code.';
comment on column "list_kind"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "list_kind"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "list_kind"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "list_kind"."name_zh" is '名称 Chinese name.';
comment on column "list_kind"."name_en" is '英文名称 English name.';
comment on column "list_kind"."colour" is '颜色 Colour.';
comment on column "list_kind"."designating_authority" is '认定单位 Who may list.';
comment on column "list_kind"."basis" is '依据 Legal basis.';
comment on column "list_kind"."max_term" is '最长期限 Longest term.';
comment on column "list_kind"."min_term_for_exit" is '提前移出最短期限 Shortest term before an early exit.';
comment on column "list_kind"."exit_conditions" is '移出条件 Conditions of exit.';
comment on column "list_kind"."repairable" is '可否修复 Y, N or - where repair does not apply.';
comment on column "list_kind"."objects" is '列入对象 LEGAL, PERSON.';
comment on column "list_kind"."publish" is '公示 How it is published.';
create table "matter" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "name_en" text null,
  "source" text null,
  "lead_departments" text null,
  "subjects_to_query" text[] not null,
  "incentive_possible" boolean not null,
  "sensitive" boolean not null,
  primary key ("code", "valid_from")
);
comment on table "matter" is '办理事项 A matter at whose handling the record must be looked up (逢办必查).';
comment on column "matter"."code" is '代码 Code.';
comment on column "matter"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "matter"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "matter"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "matter"."name_zh" is '名称 Chinese name.';
comment on column "matter"."name_en" is '英文名称 English name.';
comment on column "matter"."source" is '来源 Notice and clause it comes from.';
comment on column "matter"."lead_departments" is '办理部门 Departments that handle it.';
comment on column "matter"."subjects_to_query" is '应查对象 Roles whose record must be looked up.';
comment on column "matter"."incentive_possible" is '可否激励 Whether incentives apply.';
comment on column "matter"."sensitive" is '敏感事项 Whether persons’ rights are touched directly.';
create table "measure" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "name_en" text null,
  "effect" text not null,
  "nature" text not null,
  "category" text null,
  "matters" text[] not null,
  "list_triggers" text[] not null,
  "event_triggers" text[] not null,
  "scope" text[] not null,
  "legal_basis" text not null,
  "authority" text not null,
  "term" text null,
  "region_code" text not null default '100000',
  "published" boolean not null,
  primary key ("code", "valid_from")
);
comment on table "measure" is '奖惩措施 A published measure: law, matter, scope and what triggers it. No restriction exists without one.';
comment on column "measure"."code" is '代码 Code.';
comment on column "measure"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "measure"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "measure"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "measure"."name_zh" is '名称 Chinese name.';
comment on column "measure"."name_en" is '英文名称 English name.';
comment on column "measure"."effect" is '效力 Effect.';
comment on column "measure"."nature" is '性质 Nature.';
comment on column "measure"."category" is '清单类别 Kind in the national list of measures.';
comment on column "measure"."matters" is '适用事项 Matter codes; * for all.';
comment on column "measure"."list_triggers" is '触发名单 List codes that trigger it.';
comment on column "measure"."event_triggers" is '触发决定 Decision events that trigger it.';
comment on column "measure"."scope" is '适用对象 Roles it binds.';
comment on column "measure"."legal_basis" is '法律依据 Law or document and article.';
comment on column "measure"."authority" is '实施单位 Who applies it.';
comment on column "measure"."term" is '期限 Term.';
comment on column "measure"."region_code" is '适用区域 Division it covers; 100000 the whole country.';
comment on column "measure"."published" is '是否公布 Only a published measure may be used.';
create table "penalty" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "party_name" text null,
  "party_kind" text null,
  "legal_representative" text null,
  "penalty_kinds" text[] null,
  "penalty_kind_other" text null,
  "violation_type" text null,
  "violation_facts" text null,
  "basis" text null,
  "content" text null,
  "fine" bigint null,
  "confiscated" bigint null,
  "affected_licence" text null,
  "publicity_ends_on" date null,
  "repair_notice_served_on" date null,
  "remark" text null,
  primary key ("subject_key", "row_id")
);
comment on table "penalty" is '行政处罚 An administrative penalty decision (nationwide template of 双公示).';
comment on column "penalty"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "penalty"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "penalty"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "penalty"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "penalty"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "penalty"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "penalty"."status" is '状态 State of its effect.';
comment on column "penalty"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "penalty"."document_no" is '文书号 Document number.';
comment on column "penalty"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "penalty"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "penalty"."visibility" is '公开属性 Who may see the record.';
comment on column "penalty"."source" is '报送单位代码 Source department code.';
comment on column "penalty"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "penalty"."batch_id" is '批次 Ingest batch.';
comment on column "penalty"."line_no" is '行号 Line in the file.';
comment on column "penalty"."received_at" is '收到时刻 When the hub received it.';
comment on column "penalty"."raw" is '原值 Values as they arrived.';
comment on column "penalty"."quality" is '质量标记 Quality marks.';
comment on column "penalty"."version" is '版本 Version of the row.';
comment on column "penalty"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "penalty"."party_name" is '行政相对人名称 Name of the party as given.';
comment on column "penalty"."party_kind" is '行政相对人类别 Class of the party.';
comment on column "penalty"."legal_representative" is '法定代表人 Legal representative as given.';
comment on column "penalty"."penalty_kinds" is '处罚类别 Kinds of penalty in the decision.';
comment on column "penalty"."penalty_kind_other" is '其他类别说明 What "other" stands for.';
comment on column "penalty"."violation_type" is '违法行为类型 Kind of violation.';
comment on column "penalty"."violation_facts" is '违法事实 Facts found.';
comment on column "penalty"."basis" is '处罚依据 Legal basis as cited.';
comment on column "penalty"."content" is '处罚内容 What was imposed.';
comment on column "penalty"."fine" is '罚款金额 Fine.';
comment on column "penalty"."confiscated" is '没收金额 Unlawful gains or property confiscated.';
comment on column "penalty"."affected_licence" is '暂扣或吊销证照 Name and number of the licence suspended or revoked.';
comment on column "penalty"."publicity_ends_on" is '公示截止期 End of publicity as supplied by the source; not trusted, shown beside the rule.';
comment on column "penalty"."repair_notice_served_on" is '信用修复告知书送达日 Day the repair notice was served with the decision (两书同达).';
comment on column "penalty"."remark" is '备注 Remark.';
create unique index "penalty_source_key" on "penalty" ("subject_key", "source", "source_key");
create index "penalty_by_day" on "penalty" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "region" (
  "code" text not null,
  "valid_from" date not null,
  "valid_to" date null,
  "certainty" text null,
  "name_zh" text not null,
  "parent_code" text null,
  "level" text not null,
  primary key ("code", "valid_from")
);
comment on table "region" is '行政区划 A division of GB/T 2260; abolished codes keep their years.';
comment on column "region"."code" is '代码 Code.';
comment on column "region"."valid_from" is '有效期自 First day in force; 1949-10-01 where the source gives none.';
comment on column "region"."valid_to" is '有效期至 First day no longer in force; null while in force.';
comment on column "region"."certainty" is '确定性 H read in the source, M believed, L uncertain.';
comment on column "region"."name_zh" is '名称 Chinese name.';
comment on column "region"."parent_code" is '上级区划 Division above.';
comment on column "region"."level" is '层级 Level.';
create table "related_party" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "relation" text not null,
  "party_key" text null,
  "party_name" text not null,
  "party_is_person" boolean not null,
  "share" numeric(18,3) null,
  "position" text null,
  "valid_from" date null,
  "valid_to" date null,
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  primary key ("subject_key", "row_id")
);
comment on table "related_party" is '关联方 A relation of the subject to another one: legal representative, shareholder, branch, predecessor.';
comment on column "related_party"."subject_key" is '主体键 Key of the subject.';
comment on column "related_party"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "related_party"."relation" is '关系 Relation.';
comment on column "related_party"."party_key" is '关联主体键 Key of the other subject, where it is known.';
comment on column "related_party"."party_name" is '关联方名称 Name of the other subject as given.';
comment on column "related_party"."party_is_person" is '是否自然人 Whether the other is a natural person.';
comment on column "related_party"."share" is '出资比例 Share in percent.';
comment on column "related_party"."position" is '职务 Position held.';
comment on column "related_party"."valid_from" is '起 First day of the relation, where known.';
comment on column "related_party"."valid_to" is '止 First day it no longer held.';
comment on column "related_party"."source" is '报送单位代码 Source department code.';
comment on column "related_party"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "related_party"."batch_id" is '批次 Ingest batch.';
comment on column "related_party"."line_no" is '行号 Line in the file.';
comment on column "related_party"."received_at" is '收到时刻 When the hub received it.';
comment on column "related_party"."raw" is '原值 Values as they arrived.';
comment on column "related_party"."quality" is '质量标记 Quality marks.';
comment on column "related_party"."version" is '版本 Version of the row.';
comment on column "related_party"."recorded_at" is '记录时刻 When this version was recorded.';
create unique index "related_party_source_key" on "related_party" ("subject_key", "source", "source_key");
create index "related_party_other" on "related_party" ("party_key");
create table "reward" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "honour_name" text null,
  "level" text null,
  "basis" text null,
  "content" text null,
  primary key ("subject_key", "row_id")
);
comment on table "reward" is '奖励荣誉 A reward or honour.';
comment on column "reward"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "reward"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "reward"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "reward"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "reward"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "reward"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "reward"."status" is '状态 State of its effect.';
comment on column "reward"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "reward"."document_no" is '文书号 Document number.';
comment on column "reward"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "reward"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "reward"."visibility" is '公开属性 Who may see the record.';
comment on column "reward"."source" is '报送单位代码 Source department code.';
comment on column "reward"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "reward"."batch_id" is '批次 Ingest batch.';
comment on column "reward"."line_no" is '行号 Line in the file.';
comment on column "reward"."received_at" is '收到时刻 When the hub received it.';
comment on column "reward"."raw" is '原值 Values as they arrived.';
comment on column "reward"."quality" is '质量标记 Quality marks.';
comment on column "reward"."version" is '版本 Version of the row.';
comment on column "reward"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "reward"."honour_name" is '荣誉名称 Name of the honour.';
comment on column "reward"."level" is '级别 Level.';
comment on column "reward"."basis" is '依据 Basis of the award.';
comment on column "reward"."content" is '奖励内容 What was given.';
create unique index "reward_source_key" on "reward" ("subject_key", "source", "source_key");
create index "reward_by_day" on "reward" ("subject_key", "occurred_on" desc, "row_id" desc);
create table "ingest_row_verdict" (
  "batch_id" uuid not null,
  "line_no" int not null,
  "ordinal" int not null,
  "column_name" text not null,
  "code" text not null,
  "outcome" text not null,
  "value" text null,
  "subject_key" text null,
  "raw_line" text null,
  primary key ("batch_id", "line_no", "ordinal")
);
comment on table "ingest_row_verdict" is '逐行校验结果 What is wrong with a row: line, column, code, value; the raw line is kept.';
create table "subject_name" (
  "subject_key" text not null,
  "name_hash" int not null,
  "name_norm" text not null,
  "name" text not null,
  "name_kind" text not null,
  "valid_from" date null,
  "valid_to" date null,
  "pinyin" text not null,
  "initials" text not null,
  "grams" int[] not null,
  primary key ("subject_key", "name_hash")
);
comment on table "subject_name" is '名称 A name the subject has or had.';
comment on column "subject_name"."subject_key" is '主体键 Key of the subject.';
comment on column "subject_name"."name_hash" is '名称散列 Tells the names of a subject apart in a short key.';
comment on column "subject_name"."name_norm" is '规范化名称 Name with one form of width, brackets and case.';
comment on column "subject_name"."name" is '名称 The name.';
comment on column "subject_name"."name_kind" is '名称类别 Current, former or short.';
comment on column "subject_name"."valid_from" is '使用起 First day of use, where known.';
comment on column "subject_name"."valid_to" is '使用止 First day no longer used.';
comment on column "subject_name"."pinyin" is '全拼 Pinyin without tones.';
comment on column "subject_name"."initials" is '首字母 Pinyin initials.';
comment on column "subject_name"."grams" is '检索词元 Character bigrams and initial trigrams.';
create index "subject_name_prefix" on "subject_name" ("name_norm" text_pattern_ops);
create index "subject_name_grams" on "subject_name" using gin ("grams") with (fastupdate = on, gin_pending_list_limit = 65536);
create table "subject" (
  "subject_key" text not null,
  "uscc" text null,
  "raw_code" text null,
  "code_status" text not null,
  "kind" text not null,
  "name" text not null,
  "status" text not null,
  "established_on" date null,
  "closed_on" date null,
  "division_code" text null,
  "industry_code" text null,
  "entity_type" text null,
  "registration_authority" text null,
  "legal_representative" text null,
  "registered_capital" bigint null,
  "capital_currency" text null,
  "business_scope" text null,
  "address" text null,
  "valid_from" date null,
  "valid_to" date null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  primary key ("subject_key")
);
comment on table "subject" is '信用主体 A market entity or other subject with its registration as it stands (or stood on asOf).';
comment on column "subject"."subject_key" is '主体键 Key: the USCC where there is one, else a surrogate.';
comment on column "subject"."uscc" is '统一社会信用代码 Unified social credit code; null where the subject has no accepted one.';
comment on column "subject"."raw_code" is '原始代码 Code as it arrived.';
comment on column "subject"."code_status" is '代码状态 How far the code can be trusted.';
comment on column "subject"."kind" is '主体类别 Kind of subject.';
comment on column "subject"."name" is '名称 Name as registered.';
comment on column "subject"."status" is '登记状态 Registration status.';
comment on column "subject"."established_on" is '成立日期 Day of establishment.';
comment on column "subject"."closed_on" is '终止日期 Day of cancellation, revocation or moving out.';
comment on column "subject"."division_code" is '行政区划 Division of the registering authority when the code was given.';
comment on column "subject"."industry_code" is '行业代码 Industry.';
comment on column "subject"."entity_type" is '企业类型 Type of entity as registered.';
comment on column "subject"."registration_authority" is '登记机关 Registration authority.';
comment on column "subject"."legal_representative" is '法定代表人 Legal representative or person in charge.';
comment on column "subject"."registered_capital" is '注册资本 Registered capital in the currency beside it.';
comment on column "subject"."capital_currency" is '注册资本币种 ISO 4217 code.';
comment on column "subject"."business_scope" is '经营范围 Business scope.';
comment on column "subject"."address" is '住所 Registered address.';
comment on column "subject"."valid_from" is '状态起始日 First day of this state of the registration.';
comment on column "subject"."valid_to" is '状态截止日 First day this state no longer held; null for the present one.';
comment on column "subject"."visibility" is '公开属性 Who may see the subject.';
comment on column "subject"."source" is '报送单位代码 Source department code.';
comment on column "subject"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "subject"."batch_id" is '批次 Ingest batch.';
comment on column "subject"."line_no" is '行号 Line in the file.';
comment on column "subject"."received_at" is '收到时刻 When the hub received it.';
comment on column "subject"."raw" is '原值 Values as they arrived.';
comment on column "subject"."quality" is '质量标记 Quality marks.';
comment on column "subject"."version" is '版本 Version of the row.';
comment on column "subject"."recorded_at" is '记录时刻 When this version was recorded.';
create index "subject_org_code" on "subject" (substr("subject_key", 9, 9)) where "uscc" is not null;
create index "subject_by_division" on "subject" ("division_code", "subject_key");
create index "subject_by_founding" on "subject" ("established_on", "subject_key");
create table "utility_reading" (
  "subject_key" text not null,
  "row_id" uuid not null,
  "occurred_on" date not null,
  "occurred_precision" text not null default 'DAY',
  "valid_from" date not null,
  "valid_to" date null,
  "status" text not null default 'ACTIVE',
  "effect_ended_on" date null,
  "document_no" text null,
  "authority_name" text null,
  "authority_code" text null,
  "visibility" text not null default 'PUBLIC',
  "source" text not null,
  "source_key" text not null,
  "batch_id" uuid null,
  "line_no" int null,
  "received_at" timestamptz not null,
  "raw" jsonb not null default '{}',
  "quality" text[] not null default '{}',
  "version" int not null default 1,
  "recorded_at" timestamptz not null,
  "utility" text not null,
  "period" text null,
  "quantity" numeric(18,3) null,
  "unit" text null,
  "estimated" boolean null,
  "account" text null,
  "link_basis" text null,
  "link_confidence" numeric(18,3) null,
  primary key ("subject_key", "row_id")
);
comment on table "utility_reading" is '水电气读数 A monthly reading of water, power or gas of an account linked to the subject.';
comment on column "utility_reading"."subject_key" is '主体键 Key of the subject; the distribution column.';
comment on column "utility_reading"."row_id" is '行号 UUIDv7 made by the application.';
comment on column "utility_reading"."occurred_on" is '发生日期 Day of the decision or event; records are ordered by it.';
comment on column "utility_reading"."occurred_precision" is '日期精度 How exact occurredOn is.';
comment on column "utility_reading"."valid_from" is '效力起始日 First day the fact holds.';
comment on column "utility_reading"."valid_to" is '效力截止日 First day it no longer holds; null while open-ended (half-open).';
comment on column "utility_reading"."status" is '状态 State of its effect.';
comment on column "utility_reading"."effect_ended_on" is '效力终止日 Day its effect ended early: repair, revocation, correction.';
comment on column "utility_reading"."document_no" is '文书号 Document number.';
comment on column "utility_reading"."authority_name" is '作出机关 Authority that decided, as resolved.';
comment on column "utility_reading"."authority_code" is '作出机关代码 Code of that authority in the department catalogue.';
comment on column "utility_reading"."visibility" is '公开属性 Who may see the record.';
comment on column "utility_reading"."source" is '报送单位代码 Source department code.';
comment on column "utility_reading"."source_key" is '来源主键 Key at the source; makes ingest idempotent.';
comment on column "utility_reading"."batch_id" is '批次 Ingest batch.';
comment on column "utility_reading"."line_no" is '行号 Line in the file.';
comment on column "utility_reading"."received_at" is '收到时刻 When the hub received it.';
comment on column "utility_reading"."raw" is '原值 Values as they arrived.';
comment on column "utility_reading"."quality" is '质量标记 Quality marks.';
comment on column "utility_reading"."version" is '版本 Version of the row.';
comment on column "utility_reading"."recorded_at" is '记录时刻 When this version was recorded.';
comment on column "utility_reading"."utility" is '类别 Electricity, water or gas.';
comment on column "utility_reading"."period" is '账期 Month, YYYY-MM.';
comment on column "utility_reading"."quantity" is '用量 Quantity in the unit.';
comment on column "utility_reading"."unit" is '单位 kWh or m3.';
comment on column "utility_reading"."estimated" is '是否估抄 True for an estimated reading.';
comment on column "utility_reading"."account" is '户号 Hash of the account number.';
comment on column "utility_reading"."link_basis" is '关联依据 Why the account is the subject’s.';
comment on column "utility_reading"."link_confidence" is '关联置信度 0 to 1; below 0.8 no signal may be raised.';
create unique index "utility_reading_source_key" on "utility_reading" ("subject_key", "source", "source_key");
create index "utility_reading_by_day" on "utility_reading" ("subject_key", "occurred_on" desc, "row_id" desc);
`

const LOGS = `
create table ledger_entry (
  subject_key text not null,
  at timestamptz not null,
  id uuid not null,
  action text not null,
  account text not null,
  department text not null,
  purpose text,
  case_no text,
  object_type text not null,
  object_id text not null,
  facts jsonb not null,
  digest text not null,
  primary key (subject_key, at, id)
) partition by range (at);
create table ledger_entry_other partition of ledger_entry default;
comment on table ledger_entry is '存证 One append-only entry per change, check or non-public read.';
create table handling_check (
  subject_key text not null,
  checked_at timestamptz not null,
  id uuid not null,
  check_no text not null,
  ordinal int not null,
  matter_code text not null,
  role text not null,
  code_given text not null,
  purpose text not null,
  case_no text not null,
  account text not null,
  department text not null,
  decision text not null,
  answer jsonb not null,
  evidence jsonb not null,
  rule_version text not null,
  catalogue_version int not null,
  digest text not null,
  primary key (subject_key, checked_at, id)
) partition by range (checked_at);
create table handling_check_other partition of handling_check default;
create index handling_check_by_no on handling_check (check_no, ordinal);
comment on table handling_check is '逢办必查回执 One row per subject checked: question, answer, evidence, versions.';
`

/** How each table is spread on many machines; the only place that says so. */
const DISTRIBUTION = `
create table dist_plan (
  relname text primary key,
  role text not null check (role in ('distributed', 'reference', 'local')),
  dist_column text,
  check ((role = 'distributed') = (dist_column is not null))
);
insert into dist_plan (relname, role, dist_column) values
  ('annual_report', 'distributed', 'subject_key'),
  ('catalogue_edition', 'reference', null),
  ('commitment', 'distributed', 'subject_key'),
  ('complaint', 'distributed', 'subject_key'),
  ('compulsory_measure', 'distributed', 'subject_key'),
  ('decision_event', 'distributed', 'subject_key'),
  ('department', 'reference', null),
  ('evaluation', 'distributed', 'subject_key'),
  ('history', 'distributed', 'subject_key'),
  ('identifier', 'distributed', 'subject_key'),
  ('industry', 'reference', null),
  ('ingest_batch', 'local', null),
  ('ingest_seen', 'local', null),
  ('inspection', 'distributed', 'subject_key'),
  ('judgment', 'distributed', 'subject_key'),
  ('licence', 'distributed', 'subject_key'),
  ('listing', 'distributed', 'subject_key'),
  ('list_kind', 'reference', null),
  ('matter', 'reference', null),
  ('measure', 'reference', null),
  ('penalty', 'distributed', 'subject_key'),
  ('region', 'reference', null),
  ('related_party', 'distributed', 'subject_key'),
  ('reward', 'distributed', 'subject_key'),
  ('ingest_row_verdict', 'local', null),
  ('subject_name', 'distributed', 'subject_key'),
  ('subject', 'distributed', 'subject_key'),
  ('utility_reading', 'distributed', 'subject_key'),
  ('ledger_entry', 'distributed', 'subject_key'),
  ('handling_check', 'distributed', 'subject_key'),
  ('dist_plan', 'local', null),
  ('xinshu_migration', 'local', null);
`

export class TheHubStands extends Migration {
  override up(): void {
    this.addSql(TABLES)
    this.addSql(LOGS)
    this.addSql(DISTRIBUTION)
  }
}
