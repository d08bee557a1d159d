/** The instant at which every test happens, and its legal day in Asia/Shanghai. */
export const NOW = new Date('2026-11-21T02:00:00Z')
export const TODAY = '2026-11-21'
