import { registerEnumType } from 'type-graphql'

type Labels<Value extends string> = Readonly<Record<Value, readonly [zh: string, en: string]>>
export type EnumObject<Value extends string = string> = { readonly [V in Value]: V }

export interface CodeListEntry {
  readonly list: string
  readonly listZh: string
  readonly value: string
  readonly zh: string
  readonly en: string
}

const lists = new Map<string, CodeListEntry[]>()

/** Declares an enum with its Chinese and English labels, for the schema and for the query `codeLists`. */
export function labelledEnum<Value extends string>(
  name: string,
  zh: string,
  labels: Labels<Value>,
): EnumObject<Value> {
  const values = Object.keys(labels) as Value[]
  const object = Object.freeze(Object.fromEntries(values.map((value) => [value, value]))) as EnumObject<Value>
  const entry = (value: Value): CodeListEntry => ({
    list: name,
    listZh: zh,
    value,
    zh: labels[value][0],
    en: labels[value][1],
  })
  lists.set(name, values.map(entry))
  registerEnumType(object, {
    name,
    description: zh,
    valuesConfig: Object.fromEntries(
      values.map((value) => [value, { description: `${labels[value][0]} ${labels[value][1]}` }]),
    ) as { [V in Value]: { description: string } },
  })
  return object
}

/** Every labelled enum, in the order of declaration. */
export const codeLists = (): readonly CodeListEntry[] => [...lists.values()].flat()

export const enumLabel = (list: string, value: string): string =>
  lists.get(list)?.find((entry) => entry.value === value)?.zh ?? value
