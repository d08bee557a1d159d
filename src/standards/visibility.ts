/**
 * Visibility class (公开属性) of a field or a record, from open to closed. A reader needs the class in
 * its clearance; a class nobody declared does not exist, so nothing is shown by accident.
 *
 * PUBLIC 公开 · GOV_SHARED 政务共享 (any department with a purpose) · RESTRICTED 受限 (named matter) ·
 * SECRET_PERSON 举报人等保密身份 (acceptance officer only).
 *
 * Source: 政府信息公开条例 §14–15; 公共信用信息 sharing attributes; DOMAIN of the hub §10.
 */
export const VISIBILITIES = ['PUBLIC', 'GOV_SHARED', 'RESTRICTED', 'SECRET_PERSON'] as const
export type Visibility = (typeof VISIBILITIES)[number]
