import { shellWords } from '../i18n/shell.ts'
import { gridWords } from '../i18n/grid.ts'
import { listWords } from '../i18n/list-match.ts'
import { STEPS } from '../steps/steps.ts'
import { publishWords } from '../i18n/publish.ts'
import { downloadAccount, downloadTable, downloadWorkbook, redo, undo } from './actions.ts'
import { blanksShown } from './grid/blanks-shown.svelte.ts'
import { language } from './language.svelte.ts'
import { prepareStep } from './prepare-step.ts'
import { session } from './session.svelte.ts'
import type { Workbook } from './workbook.svelte.ts'
import { foldedWords, wordsLookedFor } from './words-looked-for.ts'

/** Something that the search of actions finds and does. */
export interface Command {
  id: string
  title: string
  about: string
  /** Other words by which it is found. */
  search: string
  run(): void
}

/** Steps that start from a cell or a value, not from a form. */
const FROM_A_CELL = ['edit-cell']

/** Everything that can be done with the workbook as it is, steps first; `onCell`: on the column of the cell under the focus. */
export function commandsOf(workbook: Workbook, onCell: boolean): Command[] {
  const words = language.say(shellWords)
  const { column: columnWords } = language.say(gridWords)
  const command = (id: string, title: string, run: () => void, search = ''): Command => ({
    id,
    title,
    about: '',
    search,
    run,
  })
  const column = workbook.selected[0] ?? (onCell ? workbook.cell?.column : undefined)
  const steps = STEPS.filter(({ id }) => !FROM_A_CELL.includes(id)).map((step) => ({
    id: step.id,
    title: language.say(step.title),
    about: language.say(step.about),
    search: language.say(step.search),
    run: () => {
      const meant = workbook.selected.length > 0 || column === undefined ? workbook.selected : [column]
      prepareStep(workbook, step.id, meant)
    },
  }))
  const list = language.say(listWords)
  const matchList: Command = {
    id: 'list-match',
    title: column === undefined ? list.action : list.actionOf(column),
    about: list.actionAbout,
    search: list.actionAlso,
    run: () => {
      workbook.abandonDraft()
      workbook.panel = { kind: 'list-match', column: column ?? null }
    },
  }
  const onColumn =
    column === undefined
      ? []
      : [
          command('values', `${columnWords.values} (${column})`, () => {
            workbook.panel = { kind: 'values', column }
          }),
        ]
  return [
    ...(workbook.view.readOnly ? [] : [...steps, matchList]),
    ...onColumn,
    ...(workbook.view.canUndo ? [command('undo', words.undo, () => void undo(workbook))] : []),
    ...(workbook.view.canRedo ? [command('redo', words.redo, () => void redo(workbook))] : []),
    command(
      'find',
      words.find,
      () => {
        workbook.findOpen = true
      },
      words.findAlso,
    ),
    command(
      'blanks',
      blanksShown.on ? columnWords.hideBlanks : columnWords.showBlanks,
      () => {
        blanksShown.on = !blanksShown.on
      },
      words.blanksAlso,
    ),
    command(
      'replay',
      words.replay,
      () => {
        workbook.panel = { kind: 'replay' }
      },
      words.replayAlso,
    ),
    command(
      'download',
      language.say(publishWords).csv,
      () => void downloadTable(workbook, { writer: 'csv', options: {} }),
      words.downloadAlso,
    ),
    command(
      'account',
      language.say(publishWords).account,
      () => void downloadAccount(workbook),
      words.accountAlso,
    ),
    command(
      'workbook',
      language.say(publishWords).workbook,
      () => void downloadWorkbook(workbook),
      words.workbookAlso,
    ),
    command('home', words.newWorkbook, () => session.goHome(), words.homeAlso),
    command('accessibility', words.accessibility, () => {
      location.hash = '#accessibilite'
    }),
  ]
}

/** Commands that hold every word typed, those whose title begins with it first. */
export function matchingCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = wordsLookedFor(typed)
  if (wanted.length === 0) return [...commands]
  const rank = ({ title, about, search }: Command): number => {
    const name = foldedWords(title)
    if (wanted.every((word) => name.startsWith(word))) return 0
    if (wanted.every((word) => name.includes(word))) return 1
    const all = `${name} ${foldedWords(search)}`
    if (wanted.every((word) => all.includes(word))) return 2
    return wanted.every((word) => `${all} ${foldedWords(about)}`.includes(word)) ? 3 : 4
  }
  return commands
    .map((command) => ({ command, at: rank(command) }))
    .filter(({ at }) => at < 4)
    .toSorted((a, b) => a.at - b.at)
    .map(({ command }) => command)
}
