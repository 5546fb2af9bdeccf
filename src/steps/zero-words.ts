import type { Localized } from '../i18n/messages.ts'
import type { Doubt, Proof } from '../nomenclature/restored.ts'

/** Why codes got their zeros back, after the list of them. */
export const proofWords: Readonly<Record<Proof, Localized>> = {
  'only-form': { fr: 'n’existe qu’avec un zéro devant', en: 'exists only with a zero in front' },
  'same-article': {
    fr: 'l’article de la ligne est ce chapitre même',
    en: 'the article of the row is that very chapter',
  },
  'other-article': {
    fr: 'l’article de la ligne commence par d’autres chiffres',
    en: 'the article of the row begins with other digits',
  },
  'same-chapter': {
    fr: 'le chapitre de la ligne est cet article même',
    en: 'the chapter of the row is that very article',
  },
  heading: {
    fr: 'sans le zéro, c’est un titre de la nomenclature, où rien n’est voté',
    en: 'without the zero it is a heading of the nomenclature, where nothing is voted',
  },
  department: { fr: 'départements 01 à 09', en: 'departments 01 to 09' },
  commune: {
    fr: 'existe avec le zéro dans la liste des communes',
    en: 'exists with the zero in the list of municipalities',
  },
  'no-commune': {
    fr: 'départements 01 à 09, mais absent de la liste des communes, même anciennes\u00a0: à vérifier',
    en: 'departments 01 to 09, but not in the list of municipalities, even former ones: to be checked',
  },
  postal: {
    fr: 'existe avec le zéro parmi les codes postaux des communes',
    en: 'exists with the zero among the postal codes of municipalities',
  },
  length: { fr: 'deux caractères, toujours', en: 'always two characters' },
  'check-digit': { fr: 'la clé est juste avec le zéro', en: 'the check digit is right with the zero' },
  listed: { fr: 'seule forme de la liste', en: 'the only form in the list' },
}

/** Why it could not be told, after the list of codes. */
export const doubtWords: Readonly<Record<Doubt, Localized>> = {
  'no-article': {
    fr: 'le code existe avec et sans zéro, et la ligne n’a pas d’article pour trancher',
    en: 'the code exists with and without a zero, and the row has no article to tell',
  },
  'no-chapter': {
    fr: 'le code existe avec et sans zéro, et la ligne n’a pas de chapitre pour trancher',
    en: 'the code exists with and without a zero, and the row has no chapter to tell',
  },
  headings: {
    fr: 'la colonne des articles contient aussi des titres à deux chiffres, et celui-ci peut en être un',
    en: 'the column of articles also holds headings of two digits, and this may be one',
  },
  'plan-disagrees': {
    fr: 'les colonnes voisines et la nomenclature ne disent pas la même chose',
    en: 'the neighbouring columns and the nomenclature disagree',
  },
  'both-listed': {
    fr: 'la liste contient le code avec et sans zéro',
    en: 'the list has the code with and without a zero',
  },
  'several-listed': {
    fr: 'la liste contient plusieurs formes avec des zéros',
    en: 'the list has several forms with zeros',
  },
  'too-short': { fr: 'il manquerait trop de chiffres', en: 'too many digits would be missing' },
  'other-department': {
    fr: 'la colonne voisine indique un autre département',
    en: 'the neighbouring column names another department',
  },
  'check-digit': {
    fr: 'la clé est fausse, même avec les zéros',
    en: 'the check digit is wrong, even with the zeros',
  },
  'is-siren': {
    fr: 'neuf chiffres qui sont un SIREN, pas un SIRET',
    en: 'nine digits that are a SIREN, not a SIRET',
  },
  ruined: {
    fr: 'les derniers chiffres sont perdus\u00a0; reprenez le fichier d’origine',
    en: 'the last digits are lost; go back to the original file',
  },
}
