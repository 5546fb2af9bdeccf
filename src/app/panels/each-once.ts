interface CheckedGroup {
  key: string
  checked: boolean
  values: readonly { text: string }[]
}

/** Groups of neighbours can share spellings: of those that do only one stays checked, `first` or else the earliest. */
export function eachOnce<G extends CheckedGroup>(groups: readonly G[], first?: string): readonly G[] {
  const claimed = new Set<string>()
  const unchecked = new Set<string>()
  const wanted = groups.filter(({ checked }) => checked)
  for (const { key, values } of wanted.toSorted(
    (a, b) => Number(b.key === first) - Number(a.key === first),
  )) {
    if (values.some(({ text }) => claimed.has(text))) unchecked.add(key)
    else for (const { text } of values) claimed.add(text)
  }
  return unchecked.size === 0
    ? groups
    : groups.map((group) => (unchecked.has(group.key) ? { ...group, checked: false } : group))
}
