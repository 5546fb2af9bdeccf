import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { download } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

/** Copies a piece of a page as a person does: shows it, selects all of it, Ctrl+C. */
async function copy(page: Page, html: string): Promise<void> {
  await page.evaluate((piece) => {
    const place = document.createElement('div')
    place.id = 'to-copy'
    place.innerHTML = piece
    document.body.prepend(place)
    getSelection()?.selectAllChildren(place)
  }, html)
  await page.keyboard.press('Control+c')
  await page.evaluate(() => {
    document.getElementById('to-copy')?.remove()
    getSelection()?.removeAllRanges()
  })
}

/** What a spreadsheet puts on the clipboard. */
const copyCells = (page: Page, html: string, text: string): Promise<void> =>
  page.evaluate(
    async ([rich, plain]) => {
      const item = new ClipboardItem({
        'text/html': new Blob([rich], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      })
      await navigator.clipboard.write([item])
    },
    [html, text] as const,
  )

const CSV = 'Télécharger le tableau (CSV)'
const paste = (page: Page): Promise<void> => page.keyboard.press('Control+v')

it('a table copied from a web page is pasted whole: zeros, accents, lines in a cell, cells that span', async () => {
  const { page, downloads } = await openPage()
  await copy(
    page,
    `<p>Avant, avec\tdes blancs</p>
     <table><caption>Communes  du <b>Morbihan</b></caption>
       <thead><tr><th>code</th><th>nom</th><th colspan="2">montant</th></tr></thead>
       <tr><td>011</td><td>Crac’h<br>56950</td><td>1 234,50</td><td>"à voir"</td></tr>
       <tr><td rowspan="2">02</td><td>Brest; Ouest</td><td>7</td><td></td></tr>
       <tr><td>Auray</td><td>8</td><td>x</td></tr>
     </table><script>throw new Error('run')</script>`,
  )
  await paste(page)
  await page.getByRole('gridcell', { name: 'Brest; Ouest' }).waitFor()
  await expect.poll(() => page.title()).toBe('Communes du Morbihan · Tamis')
  expect(await download(page, downloads, CSV)).toBe(
    'code,nom,montant,\n011,"Crac’h\n56950","1 234,50","""à voir"""\n02,Brest; Ouest,7,\n,Auray,8,x\n',
  )
})

it('of several tables copied at once, the person chooses one', async () => {
  const { page } = await openPage()
  await copy(
    page,
    `<h2>Recettes</h2><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>
     <h2>Dépenses</h2><table><tr><td>poste</td><td>montant</td></tr><tr><td>eau</td><td>12</td></tr><tr><td>gaz</td><td>30</td></tr></table>`,
  )
  await paste(page)
  await page.getByRole('dialog', { name: 'Quel tableau coller parmi ces 2 ?' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Dépenses \(3 lignes, 2 colonnes\)/ }).click()
  await page.getByRole('gridcell', { name: 'gaz' }).waitFor()
  await expect.poll(() => page.title()).toBe('Dépenses · Tamis')
})

it('cells copied from a spreadsheet are pasted as they are shown there', async () => {
  const { page, downloads } = await openPage()
  const html =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>code</td><td>nom</td></tr><tr><td x:num="11">011</td><td>Lyon</td></tr></table></html>'
  await copyCells(page, html, 'code\tnom\n011\tLyon, Rhône\n012\t"deux\nlignes"\n')
  await paste(page)
  await page.getByRole('gridcell', { name: 'Lyon, Rhône' }).waitFor()
  expect(await download(page, downloads, CSV)).toBe('code,nom\n011,"Lyon, Rhône"\n012,"deux\nlignes"\n')

  // A single column has no tab.
  await page.getByRole('link', { name: 'Tamis, retour à l’accueil' }).click()
  await copyCells(page, html, 'montant\n1,5\n2,5\n3,25\n')
  await paste(page)
  await page.getByRole('gridcell', { name: '3,25' }).waitFor()
})
