import { type Catalogue, codeExceptions, inForce } from '../catalogue/index.ts'
import type { RegisterKnowledge } from './registration.rules.ts'

type RegionRow = Catalogue['regions']['rows'][number]

const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗|州)$/

const shortName = (name: string): string => (name.length > 2 ? name.replace(SUFFIX, '') : name)

const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`

/** `province/place` in short names → codes; a city and a county of one name make it ambiguous. */
function placesOf(regions: readonly RegionRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const provinces = new Map(
    regions
      .filter((region) => region.level === 'PROVINCE')
      .map((region) => [region.code, shortName(region.nameZh)]),
  )
  const places = new Map<string, Set<string>>()
  for (const region of regions) {
    const province = provinces.get(provinceOf(region.code))
    if (province === undefined) continue
    const key = region.level === 'PROVINCE' ? `${province}/` : `${province}/${shortName(region.nameZh)}`
    places.set(key, (places.get(key) ?? new Set()).add(region.code))
  }
  return places
}

/** What the register rules need of the catalogues, read once per load. */
export async function registerKnowledgeOf(catalogue: Catalogue, today: string): Promise<RegisterKnowledge> {
  const exceptions = await codeExceptions()
  const places = placesOf(catalogue.regions.rows.filter((region) => inForce(region, today)))
  return {
    isAcceptedException: (code) => exceptions.has(code),
    isDivision: (code) => catalogue.regions.known(code, today) !== undefined,
    divisionOfPlace: (province, place) => {
      const codes = places.get(`${shortName(province)}/${shortName(place)}`)
      return codes?.size === 1 ? ([...codes][0] ?? null) : null
    },
  }
}
