import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Values of an encoding as people know it. */
const encodingName = (encoding: string): string =>
  encoding === 'utf-8' ? 'UTF-8' : encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase()

const percent = (part: number, all: number): number => (all === 0 ? 100 : Math.round((100 * part) / all))

/** What reading XML of any kind says: choices with their evidence, and notes. */
export const xmlReading = messages({
  fr: {
    format: 'XML',
    chosen: 'Choisi par vous.',
    encoding: (encoding: string) => encodingName(encoding),
    encodingDeclared: (declared: string) => `Le fichier déclare ${fr.name(declared)}.`,
    encodingMark: 'Les premiers octets du fichier le disent.',
    encodingDefault: 'Le fichier ne déclare rien\u00a0: UTF-8 est la règle du XML.',
    encodingNotUtf8: (declared: string | null) =>
      (declared === null ? 'Le fichier ne déclare rien' : `Le fichier déclare ${fr.name(declared)}`) +
      ', mais ses accents ne sont pas de l’UTF-8.',
    encodingIsUtf8: (declared: string) =>
      `Le fichier déclare ${fr.name(declared)}, mais ses accents sont écrits en UTF-8.`,
    encodingUnknown: (declared: string) => `L’encodage déclaré, ${fr.name(declared)}, n’est pas connu.`,
    partialCut: (line: number, rows: number) =>
      `Ce fichier n’est pas fermé\u00a0: il s’arrête à la ligne ${fr.number(line)}. Seules les ${fr.count(rows, 'ligne lue', 'lignes lues')} avant sont là\u202f; il peut en manquer.`,
    partialBroken: (line: number, rows: number) =>
      `Ce fichier est abîmé à la ligne ${fr.number(line)}. Seules les ${fr.count(rows, 'ligne lue', 'lignes lues')} avant sont là\u202f; il peut en manquer.`,

    element: (path: string, count: number) => `${path} (${fr.number(count)}\u00a0fois)`,
    elementEvidence: (values: number, all: number, repeats: boolean) =>
      repeats
        ? `Cet élément se répète et porte ${percent(values, all)}\u00a0% des valeurs du fichier.`
        : 'Aucun élément du fichier ne se répète.',
    repeated: { joined: 'séparés par une barre\u00a0: a\u00a0|\u00a0b', columns: 'une colonne chacun' },
    repeatedEvidence: (cells: number) =>
      `Dans ${fr.count(cells, 'cellule', 'cellules')}, un élément vient plusieurs fois pour la même ligne.`,
    joined: (cells: number, ambiguous: number) =>
      `${fr.count(cells, 'cellule réunit', 'cellules réunissent')} plusieurs éléments de même nom, avec une barre entre eux (a\u00a0|\u00a0b).` +
      (ambiguous === 0
        ? ''
        : ` Pour ${fr.number(ambiguous)} d’entre elles, un des textes contient lui-même une barre ou manque\u00a0: choisissez plutôt une colonne pour chacun.`),
    outside: (element: string) =>
      `Le tableau est fait des éléments ${fr.name(element)}\u202f; le fichier contient aussi d’autres valeurs, qui n’y sont pas.`,
  },
  en: {
    format: 'XML',
    chosen: 'Chosen by you.',
    encoding: (encoding) => encodingName(encoding),
    encodingDeclared: (declared) => `The file declares ${en.name(declared)}.`,
    encodingMark: 'The first bytes of the file say so.',
    encodingDefault: 'The file declares nothing: UTF-8 is the rule of XML.',
    encodingNotUtf8: (declared) =>
      (declared === null ? 'The file declares nothing' : `The file declares ${en.name(declared)}`) +
      ', but its accents are not UTF-8.',
    encodingIsUtf8: (declared) =>
      `The file declares ${en.name(declared)}, but its accents are written in UTF-8.`,
    encodingUnknown: (declared) => `The declared encoding, ${en.name(declared)}, is not known.`,
    partialCut: (line, rows) =>
      `This file is not closed: it stops at line ${en.number(line)}. Only the ${en.count(rows, 'row', 'rows')} read before are here; some may be missing.`,
    partialBroken: (line, rows) =>
      `This file is damaged at line ${en.number(line)}. Only the ${en.count(rows, 'row', 'rows')} read before are here; some may be missing.`,

    element: (path, count) => `${path} (${en.count(count, 'time', 'times')})`,
    elementEvidence: (values, all, repeats) =>
      repeats
        ? `This element is repeated and carries ${percent(values, all)}% of the values of the file.`
        : 'No element of the file is repeated.',
    repeated: { joined: 'with a bar between: a | b', columns: 'one column each' },
    repeatedEvidence: (cells) =>
      `In ${en.count(cells, 'cell', 'cells')}, an element comes several times for the same row.`,
    joined: (cells, ambiguous) =>
      `${en.count(cells, 'cell brings', 'cells bring')} together several elements of the same name, with a bar between them (a | b).` +
      (ambiguous === 0
        ? ''
        : ` In ${en.number(ambiguous)} of them a text holds a bar itself or is missing: choose one column each instead.`),
    outside: (element) =>
      `The table is made of the elements ${en.name(element)}; the file holds other values too, which are not in it.`,
  },
})
