import { EntitySchema } from '@mikro-orm/core'

/** Which edition of each shipped catalogue is loaded, and a version that grows with every change. */
export const CatalogueEditionTable = new EntitySchema({
  name: 'CatalogueEditionRow',
  tableName: 'catalogue_edition',
  comment: '目录版本 Loaded edition of each catalogue.',
  properties: {
    catalogue: { type: 'string', columnType: 'text', primary: true },
    digest: { type: 'string', columnType: 'text' },
    version: { type: 'string', columnType: 'int' },
    loadedAt: { type: 'string', fieldName: 'loaded_at', columnType: 'timestamptz' },
  },
} as never)
