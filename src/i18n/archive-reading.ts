import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Kilobytes up to a megabyte, then megabytes: with as many decimals as help. */
const kilobytes = (bytes: number): string => String(Math.max(1, Math.round(bytes / 1e3)))
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)
const isSmall = (bytes: number): boolean => bytes < 1e6

const MOST_LISTED = 5

const listed = (names: readonly string[]): string =>
  names.slice(0, MOST_LISTED).join(', ') + (names.length > MOST_LISTED ? '…' : '')

/** What reading an archive says: choices with their evidence, and notes. */
export const archiveReading = messages({
  fr: {
    format: 'Fichiers réunis (dossier, zip, gz)',
    chosen: 'Choisi à la main.',
    file: (name: string, bytes: number) =>
      `${name} (${isSmall(bytes) ? `${kilobytes(bytes)}\u00a0ko` : `${fr.decimal(megabytes(bytes))}\u00a0Mo`})`,
    all: (extension: string, count: number) =>
      count === 1
        ? `le seul fichier ${extension.toUpperCase()}`
        : `les ${fr.number(count)} fichiers ${extension.toUpperCase()}, l’un sous l’autre`,
    only: 'C’est le seul fichier de données de l’archive.',
    largest: (count: number) => `C’est le plus gros des ${fr.number(count)} fichiers de données.`,
    described: 'C’est le premier que décrit datapackage.json.',
    others: (opened: string, others: readonly string[]) =>
      `${fr.name(opened)} est ouvert\u202f; l’archive contient ${fr.count(others.length, 'autre fichier', 'autres fichiers')} de données\u00a0: ${listed(others)}. Pour en lire un autre, cliquez sur le nom du fichier dans la ligne «\u00a0Lu ainsi\u00a0».`,
    unused: (file: string, options: readonly string[]) =>
      `Des réglages choisis n’ont pas de sens pour ${fr.name(file)} et n’ont pas été appliqués\u00a0: ${fr.list(options)}.`,
    ofFile: (file: string, text: string) => `${file}\u00a0: ${text}`,
    differing: (names: readonly string[]) =>
      `Les fichiers n’ont pas tous les mêmes colonnes (${fr.columns(names)})\u00a0: là où une colonne manque, les cellules sont vides.`,
    differs: (file: string, first: string, lacking: readonly string[], more: readonly string[]) =>
      `${fr.name(file)}${[
        ...(lacking.length > 0 ? [` n’a pas ${fr.columns(lacking)}`] : []),
        ...(more.length > 0 ? [` a en plus ${fr.columns(more)}`] : []),
      ].join(' et')} (comparé à ${fr.name(first)}).`,
    andFiles: (count: number) =>
      `${fr.count(count, 'autre fichier diffère', 'autres fichiers diffèrent')} aussi.`,
    leftOut: (files: readonly string[], more: number) =>
      `Ces fichiers ne sont pas dans le tableau\u00a0: ${files.join(', ')}${more > 0 ? `, et ${fr.count(more, 'autre', 'autres')}` : ''}.`,
  },
  en: {
    format: 'Files together (folder, zip, gz)',
    chosen: 'Chosen by hand.',
    file: (name, bytes) =>
      `${name} (${isSmall(bytes) ? `${kilobytes(bytes)} kB` : `${en.decimal(megabytes(bytes))} MB`})`,
    all: (extension, count) =>
      count === 1
        ? `the only ${extension.toUpperCase()} file`
        : `the ${en.number(count)} ${extension.toUpperCase()} files, one below the other`,
    only: 'It is the only data file of the archive.',
    largest: (count) => `It is the largest of the ${en.number(count)} data files of the archive.`,
    described: 'It is the first that datapackage.json describes.',
    others: (opened, others) =>
      `${en.name(opened)} is open; the archive holds ${en.count(others.length, 'other data file', 'other data files')}: ${listed(others)}. To read another one, click the name of the file in the line “Read as”.`,
    unused: (file, options) =>
      `Settings that were chosen mean nothing for ${en.name(file)} and were not applied: ${en.list(options)}.`,
    ofFile: (file, text) => `${file}: ${text}`,
    differing: (names) =>
      `The files do not all have the same columns (${en.columns(names)}): where one is missing, cells are blank.`,
    differs: (file, first, lacking, more) =>
      `${en.name(file)}${[
        ...(lacking.length > 0 ? [` lacks ${en.columns(lacking)}`] : []),
        ...(more.length > 0 ? [` also has ${en.columns(more)}`] : []),
      ].join(' and')} (compared with ${en.name(first)}).`,
    andFiles: (count) => `${en.count(count, 'other file differs', 'other files differ')} too.`,
    leftOut: (files, more) =>
      `These files are not in the table: ${files.join(', ')}${more > 0 ? `, and ${en.count(more, 'other', 'others')}` : ''}.`,
  },
})
