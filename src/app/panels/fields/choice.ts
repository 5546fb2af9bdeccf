/** Something that can be chosen from a list; `hint` stands at the end of its line. */
export interface Choice {
  value: string
  label: string
  hint?: string
}
