import { recipeWords } from '../../i18n/recipe-panel.ts'
import { language } from '../language.svelte.ts'
import { toasts } from '../toasts.svelte.ts'
import type { Workbook } from '../workbook.svelte.ts'

/** Shows the table as it was after `at` steps. A step in preparation is set aside and can be taken up again. */
export function lookAt(workbook: Workbook, at: number): void {
  const { draft } = workbook
  if (draft !== null) {
    const words = language.say(recipeWords)
    workbook.abandonDraft()
    toasts.show(words.draftLeft, 'done', {
      label: words.takeUp,
      run: () => {
        workbook.draft = draft
        workbook.panel = { kind: 'step' }
      },
    })
  }
  workbook.shownAt = at >= workbook.lastStep ? null : at
}
