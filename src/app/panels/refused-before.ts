import type { SheetView } from '../../../workers/facade.ts'

/** What earlier groupings of a column keep apart: lists of spellings that mean different things. */
export const refusedBefore = ({ steps }: SheetView, column: string): readonly (readonly string[])[] =>
  steps
    .filter(({ step, params }) => step === 'replace-values' && params['column'] === column)
    .flatMap(({ params }) => (params['refused'] as string[][] | undefined) ?? [])
