interface CheckedGroup {
  key: string
  checked: boolean
  values: readonly { text: string }[]
  /** Values of other columns that the group is tied to: the same spelling elsewhere is another. */
  within: readonly string[] | null
}

/** Groups of neighbours can share spellings: of those that do only one stays checked, `first` or else the earliest. */
export function eachOnce<G extends CheckedGroup>(groups: readonly G[], first?: string): readonly G[] {
  const claimed = new Set<string>()
  const unchecked = new Set<string>()
  const wanted = groups.filter(({ checked }) => checked)
  for (const { key, values, within } of wanted.toSorted(
    (a, b) => Number(b.key === first) - Number(a.key === first),
  )) {
    const claims = values.map(({ text }) => JSON.stringify([text, within]))
    if (claims.some((claim) => claimed.has(claim))) unchecked.add(key)
    else for (const claim of claims) claimed.add(claim)
  }
  return unchecked.size === 0
    ? groups
    : groups.map((group) => (unchecked.has(group.key) ? { ...group, checked: false } : group))
}
