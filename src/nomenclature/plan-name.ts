import type { Localized } from '../i18n/messages.ts'
import { fullName } from './known-plans.ts'

/** Nomenclatures as people call them, by variant. */
const NAMES: Readonly<Record<string, Localized>> = {
  M14_COM_INF500: {
    fr: 'M14, commune de moins de 500 habitants',
    en: 'M14, municipality of fewer than 500 inhabitants',
  },
  M14_COM_500_3500: {
    fr: 'M14, commune de 500 à 3\u202f500 habitants',
    en: 'M14, municipality of 500 to 3,500 inhabitants',
  },
  M14_COM_SUP3500: {
    fr: 'M14, commune de plus de 3\u202f500 habitants',
    en: 'M14, municipality of more than 3,500 inhabitants',
  },
  M14_CCAS_INF3500: {
    fr: 'M14, CCAS d’une commune de moins de 3\u202f500 habitants',
    en: 'M14, social welfare centre (CCAS) of a municipality of fewer than 3,500 inhabitants',
  },
  M14_CCAS_SUP3500: {
    fr: 'M14, CCAS d’une commune de plus de 3\u202f500 habitants',
    en: 'M14, social welfare centre (CCAS) of a municipality of more than 3,500 inhabitants',
  },
  M14_CE: { fr: 'M14, caisse des écoles', en: 'M14, schools fund (caisse des écoles)' },
  M4: {
    fr: 'M4, services publics industriels et commerciaux',
    en: 'M4, industrial and commercial public services',
  },
  M41: { fr: 'M41, électricité et gaz', en: 'M41, electricity and gas' },
  M42: { fr: 'M42, abattoirs', en: 'M42, slaughterhouses' },
  M43: { fr: 'M43, transport de personnes', en: 'M43, passenger transport' },
  M43_A: { fr: 'M43 abrégé, transport de personnes', en: 'M43 abridged, passenger transport' },
  M43_D: { fr: 'M43 développé, transport de personnes', en: 'M43 full, passenger transport' },
  M44: { fr: 'M44, aménagement et portage foncier', en: 'M44, development and land holding' },
  M49_A: { fr: 'M49 abrégé, eau et assainissement', en: 'M49 abridged, water and sanitation' },
  M49_D: { fr: 'M49 développé, eau et assainissement', en: 'M49 full, water and sanitation' },
  M52: { fr: 'M52, départements', en: 'M52, departments' },
  M57: { fr: 'M57, collectivités territoriales', en: 'M57, local authorities' },
  M57_A: { fr: 'M57 abrégé', en: 'M57 abridged' },
  M57_D: { fr: 'M57 développé', en: 'M57 full' },
  M57_P: { fr: 'M57, préfecture de police', en: 'M57, Paris police prefecture' },
  M61: { fr: 'M61, services d’incendie et de secours', en: 'M61, fire and rescue services' },
  M71: { fr: 'M71, régions', en: 'M71, regions' },
}

/** What people call a nomenclature: « M14, commune de 500 à 3 500 habitants »; its code where no such name is known. */
export function planName(norm: string, variant: string): Localized {
  const known = Object.hasOwn(NAMES, variant) ? NAMES[variant] : undefined
  if (known !== undefined) return known
  const code = variant === '' || variant === norm ? norm : fullName({ norm, variant })
  return { fr: code, en: code }
}
