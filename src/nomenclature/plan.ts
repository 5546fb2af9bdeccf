/** A chapter of a plan de comptes: `I` for the investment section, `F` for the running one. */
export interface Chapter {
  readonly label: string
  readonly section: string
}

/**
 * An account, with the chapter where it is voted, '' where it is not: `d…` dépense, `r…` recette, `r` réel,
 * `oes` ordre entre sections, `ois` ordre à l'intérieur de la section.
 */
export interface Account {
  readonly label: string
  readonly dr: string
  readonly rr: string
  readonly does: string
  readonly dois: string
  readonly roes: string
  readonly rois: string
}

/** The plan de comptes (official nomenclature) of one norm and variant for one year. Codes keep their zeros and their order. */
export interface Plan {
  /** `M14`. */
  readonly norm: string
  /** `M14_COM_500_3500`. */
  readonly variant: string
  /** Year that these facts hold for. */
  readonly year: number
  /** Year that was asked for; another one than `year` when the nomenclature of that year is not known. */
  readonly askedYear: number
  readonly chapters: ReadonlyMap<string, Chapter>
  readonly accounts: ReadonlyMap<string, Account>
  readonly functions: ReadonlyMap<string, string>
}

export const PLAN_PARTS = ['chapters', 'accounts', 'functions'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** Where an account can be voted, in the order of the official files' attributes DR, RR, DOES, DOIS, ROES, ROIS. */
export const VOTES = ['dr', 'rr', 'does', 'dois', 'roes', 'rois'] as const

/** An account from its label and its chapters in the order of `VOTES`; missing ones are ''. */
export function account(label: string, chapters: readonly (string | undefined)[]): Account {
  const [dr = '', rr = '', does = '', dois = '', roes = '', rois = ''] = chapters
  return { label, dr, rr, does, dois, roes, rois }
}
