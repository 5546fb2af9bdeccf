import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of what comes out: tables, recipe, workbook. */
export const publishWords = messages({
  fr: {
    tableTitle: (sheet: string) => `Tableau ${fr.name(sheet)}`,
    csv: 'Télécharger le tableau (CSV)',
    separator: 'Séparateur',
    comma: 'virgule',
    semicolon: 'point-virgule',
    bom: 'Pour Excel\u00a0: avec la marque d’encodage (accents)',
    otherFormats: 'Autres formats',
    others: {
      xlsx: 'Excel (XLSX)',
      ods: 'LibreOffice (ODS)',
      json: 'JSON',
      'json-lines': 'JSON Lines',
      tsv: 'Texte à tabulations (TSV)',
      markdown: 'Markdown',
      html: 'Page web (HTML)',
    },
    workTitle: 'Votre travail',
    recipe: 'Enregistrer la recette',
    recipeAbout: 'Les étapes, sans les données\u00a0: à rejouer l’an prochain.',
    workbook: 'Enregistrer le classeur',
    workbookAbout: 'Tout, fichiers d’origine compris\u00a0: à ouvrir sur un autre ordinateur.',
    revealsTitle: 'Cette recette montre des valeurs de vos données',
    reveals: (n: number) =>
      `${fr.count(n, 'valeur est écrite', 'valeurs sont écrites')} dans les étapes. Vérifiez qu’elles peuvent être lues par les personnes à qui vous donnerez la recette.`,
    more: (n: number) => `et ${fr.count(n, 'autre', 'autres')}`,
    saveAnyway: 'Enregistrer quand même',
    cancel: 'Ne pas enregistrer',
  },
  en: {
    tableTitle: (sheet) => `Table ${en.name(sheet)}`,
    csv: 'Download the table (CSV)',
    separator: 'Separator',
    comma: 'comma',
    semicolon: 'semicolon',
    bom: 'For Excel: with the encoding mark (accents)',
    otherFormats: 'Other formats',
    others: {
      xlsx: 'Excel (XLSX)',
      ods: 'LibreOffice (ODS)',
      json: 'JSON',
      'json-lines': 'JSON Lines',
      tsv: 'Tab-separated text (TSV)',
      markdown: 'Markdown',
      html: 'Web page (HTML)',
    },
    workTitle: 'Your work',
    recipe: 'Save the recipe',
    recipeAbout: 'The steps, without the data: to replay next year.',
    workbook: 'Save the workbook',
    workbookAbout: 'Everything, original files included: to open on another computer.',
    revealsTitle: 'This recipe shows values of your data',
    reveals: (n) =>
      `${en.count(n, 'value is', 'values are')} written in the steps. Check that the people to whom you will give the recipe may read them.`,
    more: (n) => `and ${en.count(n, 'other', 'others')}`,
    saveAnyway: 'Save anyway',
    cancel: 'Do not save',
  },
})
