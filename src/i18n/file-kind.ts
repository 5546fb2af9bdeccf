import type { FileKind } from '../problem/problem.ts'
import { messages } from './messages.ts'

interface FileKindWords {
  /** "une image", to follow « Ce fichier est ». */
  what: string
  /** One sentence: what to do instead. */
  advice: string
}

const exportAgain = {
  fr: 'Enregistrez le tableau au format CSV depuis le logiciel d’origine.',
  en: 'Save the table as CSV from the program that it comes from.',
}
const check = { fr: 'Vérifiez que c’est le bon fichier.', en: 'Check that it is the right file.' }

/** What a file is when it is not a table that Tamis reads, and what to do about it. */
export const fileKind = messages<Record<FileKind, FileKindWords>>({
  fr: {
    image: { what: 'une image', advice: exportAgain.fr },
    pdf: { what: 'un document PDF', advice: exportAgain.fr },
    spreadsheet: {
      what: 'un classeur Excel d’un format particulier (.xlsb) ou d’avant 1993',
      advice: 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx ou .ods.',
    },
    'locked-spreadsheet': {
      what: 'un classeur protégé par un mot de passe',
      advice:
        'Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le et déposez-le de nouveau.',
    },
    document: { what: 'un document de traitement de texte', advice: exportAgain.fr },
    archive: {
      what: 'une archive compressée',
      advice: 'Ouvrez-la et déposez ici le fichier CSV ou XML qu’elle contient.',
    },
    program: { what: 'un programme', advice: check.fr },
    media: { what: 'un son ou une vidéo', advice: check.fr },
    database: { what: 'une base de données', advice: exportAgain.fr },
    'web-page': { what: 'une page web', advice: exportAgain.fr },
    binary: { what: 'un fichier qui ne contient pas de texte', advice: check.fr },
  },
  en: {
    image: { what: 'an image', advice: exportAgain.en },
    pdf: { what: 'a PDF document', advice: exportAgain.en },
    spreadsheet: {
      what: 'an Excel workbook of a special kind (.xlsb) or from before 1993',
      advice: 'Open it in your spreadsheet and save it as .xlsx or .ods.',
    },
    'locked-spreadsheet': {
      what: 'a workbook that a password protects',
      advice: 'Open it in your spreadsheet, remove the password, save it and drop it here again.',
    },
    document: { what: 'a word processor document', advice: exportAgain.en },
    archive: {
      what: 'a compressed archive',
      advice: 'Open it and drop here the CSV or XML file that it holds.',
    },
    program: { what: 'a program', advice: check.en },
    media: { what: 'sound or video', advice: check.en },
    database: { what: 'a database', advice: exportAgain.en },
    'web-page': { what: 'a web page', advice: exportAgain.en },
    binary: { what: 'a file that holds no text', advice: check.en },
  },
})
