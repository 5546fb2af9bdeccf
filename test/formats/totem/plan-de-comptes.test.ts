import { describe, expect, it } from 'vitest'
import { planDeComptes } from '../../../src/formats/totem/plan-de-comptes.ts'
import { readPlan } from '../../../src/formats/totem/read-plan.ts'
import { readBudget } from '../../../src/formats/totem/totem.ts'
import { cellText } from '../../../src/table/column.ts'
import { columnNamed, textRows } from '../../../src/table/table.ts'
import { documentXml, fileOf, quietly } from './budget-document.ts'

const plan = `<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/xsl" href="http://example.org/plan.xsl"?>
<!-- made up -->
<Nomenclature Norme="M99" Declinaison="M99_X" Exer="2030">
  <Nature>
    <Chapitres>
      <Chapitre Code="011" Libelle=" Charges de l\u0092été&#160;" Lib_court="c" Section="F"/>
      <Chapitre Code="20" Libelle="Immobilisations" Section="I"/>
    </Chapitres>
    <Comptes>
      <Compte Code="60" Libelle="Achats">
        <Compte Code="601" Libelle="Sable" DR="011" RR="" DOES="042" ROIS="043"/>
      </Compte>
      <Compte Code="601" Libelle="Gravier" DR="20"/>
    </Comptes>
  </Nature>
  <Fonction><RefFonctionnelles><RefFonc Code="0" Libelle="Services"><RefFonc Code="01" Libelle="Autres"/></RefFonc></RefFonctionnelles></Fonction>
</Nomenclature>`

const read = (part?: 'chapters' | 'accounts' | 'functions', xml = plan) =>
  planDeComptes.read(fileOf(xml), part === undefined ? {} : { part }, quietly)

describe('plan de comptes', () => {
  it('is recognised by its root', () => {
    const head = new TextEncoder().encode(plan)
    expect(planDeComptes.detect(fileOf(plan), head)).toBe(1)
    expect(planDeComptes.detect(fileOf(plan), new TextEncoder().encode(documentXml([{}])))).toBe(0)
  })

  it('gives the accounts, nested or not, with the chapters where they are voted', async () => {
    const { table, found, notes } = await read()
    expect(textRows(table)).toEqual([
      ['60', 'Achats', null, null, null, null, null, null],
      ['601', 'Sable', '011', null, '042', null, null, '043'],
    ])
    expect(found.map(({ option, value }) => [option, value])).toEqual([
      ['nomenclature', 'M99-M99_X'],
      ['part', 'accounts'],
      ['encoding', 'utf-8'],
    ])
    expect(notes.map(({ code, text }) => [code, text.en])).toEqual([
      [
        'repeated-codes',
        'These codes come several times in the chart of accounts; the first label is kept: 601.',
      ],
    ])
  })

  it('gives the chapters and the functions, labels repaired and zeros kept', async () => {
    expect(textRows((await read('chapters')).table)).toEqual([
      ['011', 'Charges de l’été', 'fonctionnement'],
      ['20', 'Immobilisations', 'investissement'],
    ])
    expect(textRows((await read('functions')).table)).toEqual([
      ['0', 'Services'],
      ['01', 'Autres'],
    ])
  })

  it('does not open when it is cut, unless asked', async () => {
    const cut = plan.slice(0, plan.indexOf('<Fonction>'))
    await expect(read('accounts', cut)).rejects.toMatchObject({
      code: 'xml-cut',
      values: { line: 17, rows: 2 },
    })
    const { table, notes } = await planDeComptes.read(fileOf(cut), { partial: true }, quietly)
    expect([table.rowCount, notes[0]!.code]).toEqual([2, 'partial'])
  })

  it('gives its labels to a budget of a nomenclature that Tamis does not carry', async () => {
    const opened = await readPlan(fileOf(plan), 'utf-8', quietly)
    const budget = documentXml([{ nomenclature: 'M99-M99_X', lines: [{ Nature: '601', ContNat: '011' }] }])
    const { table, notes, found } = await readBudget(fileOf(budget), {}, quietly, opened.plan)
    const cell = (column: string): string => cellText(columnNamed(table, column), 0)
    expect([cell('BGT_NATURE_LABEL'), cell('BGT_CONTNAT_LABEL'), cell('BGT_SECTION')]).toEqual([
      'Sable',
      'Charges de l’été',
      'fonctionnement',
    ])
    expect(notes).toEqual([])
    expect(found[0]).toMatchObject({ value: 'M99-M99_X', chosen: true })
  })
})
