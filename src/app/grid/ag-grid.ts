import { AG_GRID_LOCALE_FR } from '@ag-grid-community/locale'
import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextEditorModule,
  EventApiModule,
  themeQuartz,
  type GetLocaleTextParams,
} from 'ag-grid-community'
import { language } from '../language.svelte.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextEditorModule,
])

export const ROW_HEIGHT = 28
export const HEADER_HEIGHT = 52

/** The grid's colours and sizes are the page's tokens, so that light and dark follow by themselves. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'var(--font)',
  fontSize: 14,
  headerFontSize: 14,
  headerFontWeight: 600,
  spacing: 4,
  rowHeight: ROW_HEIGHT,
  headerHeight: HEADER_HEIGHT,
  cellHorizontalPadding: 10,
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  headerBackgroundColor: 'var(--ground)',
  headerTextColor: 'var(--ink)',
  borderColor: 'var(--line)',
  columnBorder: true,
  headerColumnBorder: true,
  headerColumnResizeHandleColor: 'transparent',
  accentColor: 'var(--accent)',
  browserColorScheme: 'inherit',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 4,
  dataBackgroundColor: 'var(--paper)',
})

/** The grid's own few words, in the language of the screen at the moment. */
export function gridText({ key, defaultValue }: GetLocaleTextParams): string {
  if (language.current === 'en') return defaultValue
  return (AG_GRID_LOCALE_FR as Readonly<Record<string, string>>)[key] ?? defaultValue
}
