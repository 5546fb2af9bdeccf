/** Name ending without the dot, lower case; '' for none. */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What systems put into archives by themselves. */
export const isOfSystem = (path: string): boolean =>
  path.startsWith('__MACOSX/') ||
  /^(\.|~\$)/.test(baseName(path)) ||
  /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path)

const isAboutData = (path: string): boolean =>
  /^(datapackage\.json|(readme|licen[cs]e|lisez[-_ ]?moi).*)$/i.test(baseName(path))

/**
 * The files of an archive that may be tables, in its order: those with a name ending that a format has, without what is only said
 * about them; if there is none, all files.
 */
export function dataFiles(names: readonly string[], extensions: readonly string[]): string[] {
  const files = names.filter((name) => !name.endsWith('/') && !isOfSystem(name))
  const known = files.filter((name) => extensions.includes(extensionOf(name)))
  const data = known.filter((name) => !isAboutData(name))
  return data.length > 0 ? data : known.length > 0 ? known : files
}

/** The largest group of files with the same name ending, if it has several. */
export function alikeFiles(files: readonly string[]): string[] {
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const extension = extensionOf(file)
    groups.set(extension, [...(groups.get(extension) ?? []), file])
  }
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length)
  return largest.length > 1 ? largest : []
}

/** What a person can do with files received together: positions in the list given, in its order. */
export interface SortedFiles {
  /** May be tables. */
  tables: readonly number[]
  /** The largest group of tables of one kind, which can be put one below the other; empty where no two are alike. */
  alike: readonly number[]
  /** Say what the tables are (`datapackage.json`), and go with them. */
  descriptions: readonly number[]
  /** Are said aside: pictures, texts about the data. What a system puts into folders is not said. */
  others: readonly number[]
}

export function sortFiles(paths: readonly string[], extensions: readonly string[]): SortedFiles {
  const tables = dataFiles(paths, extensions)
  const descriptions = paths.filter(
    (path) => /^datapackage\.json$/i.test(baseName(path)) && !tables.includes(path),
  )
  const places = (some: readonly string[]): number[] => some.map((path) => paths.indexOf(path))
  return {
    tables: places(tables),
    alike: places(alikeFiles(tables)),
    descriptions: places(descriptions),
    others: places(
      paths.filter((path) => !tables.includes(path) && !descriptions.includes(path) && !isOfSystem(path)),
    ),
  }
}
