import { Problem } from '../../problem/problem.ts'
import { scanXml } from '../spreadsheet/xml-scanner.ts'
import type { ZipParts } from '../spreadsheet/zip-parts.ts'

interface SheetPart {
  name: string
  hidden: boolean
  /** Name of the part that holds its cells. */
  part: string
}

export interface WorkbookParts {
  sheets: SheetPart[]
  from1904: boolean
  styles: string | null
  sharedStrings: string | null
}

const nothing = (): void => undefined

/** Finds the parts of an Office Open XML workbook. Throws Problem `spreadsheet-damaged`. */
export async function findWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const roots = await relations(zip, '')
  const workbook =
    [...roots.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.has(workbook)) throw new Problem('spreadsheet-damaged', { part: workbook })
  const related = await relations(zip, workbook)
  const targetOf = (wanted: string): string | null => {
    const found = [...related.values()].find(({ type }) => type === wanted)
    return found !== undefined && zip.has(found.target) ? found.target : null
  }
  const sheets: SheetPart[] = []
  let from1904 = false
  await scanXml(
    zip.pieces(workbook),
    {
      open(name, tag) {
        if (name === 'workbookPr') from1904 = tag.flag('date1904')
        if (name !== 'sheet') return
        const relation = related.get(tag.attribute('id') ?? '')
        // Sheets that hold a chart have no cells.
        if (relation?.type !== 'worksheet') return
        sheets.push({
          name: tag.attribute('name') ?? '',
          hidden: /hidden/i.test(tag.attribute('state') ?? ''),
          part: relation.target,
        })
      },
      text: nothing,
      close: nothing,
    },
    workbook,
  )
  if (sheets.length === 0) throw new Problem('spreadsheet-damaged', { part: workbook })
  return { sheets, from1904, styles: targetOf('styles'), sharedStrings: targetOf('sharedStrings') }
}

interface Relation {
  /** Last word of the type, the same in both variants of the standard. */
  type: string
  target: string
}

/** What a part refers to, by id; nothing outside the file is ever opened. */
async function relations(zip: ZipParts, of: string): Promise<Map<string, Relation>> {
  const slash = of.lastIndexOf('/') + 1
  const folder = of.slice(0, slash)
  const part = `${folder}_rels/${of.slice(slash)}.rels`
  const found = new Map<string, Relation>()
  if (!zip.has(part)) return found
  await scanXml(
    zip.pieces(part),
    {
      open(name, tag) {
        if (name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return
        const type = tag.attribute('Type') ?? ''
        found.set(tag.attribute('Id') ?? '', {
          type: type.slice(type.lastIndexOf('/') + 1),
          target: pathFrom(folder, tag.attribute('Target') ?? ''),
        })
      },
      text: nothing,
      close: nothing,
    },
    part,
  )
  return found
}

function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
