/** Whether the grid marks blanks that cannot be seen: at the ends of texts, or several in a row. */
class BlanksShown {
  on = $state(false)
}

export const blanksShown = new BlanksShown()
