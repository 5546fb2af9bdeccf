const NUMBER = String.raw`(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)`
const LIST = String.raw`"coordinates":\[${NUMBER},${NUMBER}(?:,${NUMBER})?\]`
const POINT = new RegExp(String.raw`^\{(?:"type":"Point",${LIST}|${LIST},"type":"Point")\}$`)

/** Longitude, latitude and altitude (if any) of a GeoJSON point without spaces, as they are written; `null` for anything else. */
export function pointCoordinates(geometry: string): string[] | null {
  const [, longitude, latitude, altitude, ...turned] = POINT.exec(geometry) ?? []
  const all = longitude === undefined ? turned : [longitude, latitude, altitude]
  const given = all.filter((text) => text !== undefined)
  return given.length === 0 ? null : given
}
