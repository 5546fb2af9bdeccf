/** Attributes that are data, by name: not the declarations of namespaces, nor where a schema is, nor whether there is a value. */
export const isOwnAttribute = (name: string): boolean =>
  !(name === 'xmlns' || name.startsWith('xmlns:') || name.startsWith('xsi:'))
