import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the question what is to be done with files that came from outside. */
export const receiveWords = messages({
  fr: {
    ofOne: (name: string) => `Que faire de ${fr.name(name)}\u202f?`,
    ofSeveral: (count: number) => `Que faire de ces ${fr.number(count)} fichiers\u202f?`,
    ofFolder: (folder: string, count: number) =>
      `Que faire du dossier ${fr.name(folder)} (${fr.count(count, 'fichier', 'fichiers')})\u202f?`,
    how: 'Comment les ouvrir',
    together: (count: number, kind: string) =>
      `Les ${fr.number(count)} fichiers ${kind} dans une seule feuille, l’un sous l’autre`,
    togetherAbout:
      'Une colonne « fichier » dit d’où vient chaque ligne. Les colonnes de même nom n’en font qu’une.',
    apart: (count: number) => `Une feuille par fichier (${fr.count(count, 'feuille', 'feuilles')})`,
    leftOut: (names: string) => `Laissés de côté\u00a0: ${names}.`,
    described: (names: string) => `${names} dit comment lire les autres\u00a0: types et titres des colonnes.`,
    andMore: (count: number) => `et ${fr.count(count, 'autre', 'autres')}`,
    open: 'Ouvrir',
    openNew: 'Ouvrir dans un nouveau classeur',
    add: 'Ajouter à ce classeur',
    replay: 'Rejouer les étapes de ce classeur dessus',
    nameTogether: 'fichiers réunis',
    pastedTables: (count: number) => `Quel tableau coller parmi ces ${fr.number(count)}\u202f?`,
    pastedTable: (number: number) => `Tableau ${fr.number(number)}`,
    pastedSize: (rows: number, columns: number) =>
      `(${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(columns, 'colonne', 'colonnes')})`,
    emptyFolder: 'Ce dossier ne contient aucun fichier.',
  },
  en: {
    ofOne: (name) => `What to do with ${en.name(name)}?`,
    ofSeveral: (count) => `What to do with these ${en.number(count)} files?`,
    ofFolder: (folder, count) =>
      `What to do with the folder ${en.name(folder)} (${en.count(count, 'file', 'files')})?`,
    how: 'How to open them',
    together: (count, kind) => `The ${en.number(count)} ${kind} files in one sheet, one below the other`,
    togetherAbout:
      'A column “fichier” says which file each row comes from. Columns of the same name become one.',
    apart: (count) => `One sheet a file (${en.count(count, 'sheet', 'sheets')})`,
    leftOut: (names) => `Left aside: ${names}.`,
    described: (names) => `${names} says how to read the others: types and titles of columns.`,
    andMore: (count) => `and ${en.count(count, 'other', 'others')}`,
    open: 'Open',
    openNew: 'Open in a new workbook',
    add: 'Add to this workbook',
    replay: 'Replay the steps of this workbook on it',
    nameTogether: 'files together',
    pastedTables: (count) => `Which of these ${en.number(count)} tables to paste?`,
    pastedTable: (number) => `Table ${en.number(number)}`,
    pastedSize: (rows, columns) =>
      `(${en.count(rows, 'row', 'rows')}, ${en.count(columns, 'column', 'columns')})`,
    emptyFolder: 'This folder holds no file.',
  },
})
