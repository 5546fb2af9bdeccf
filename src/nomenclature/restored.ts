/** Why a code gets its zeros back. */
export type Proof =
  | 'only-form' // it exists with the zero alone
  | 'same-article' // the article of the row is the chapter itself
  | 'other-article' // the article begins with other digits, as it never does in the form without zero
  | 'same-chapter' // the chapter of the row is the article itself
  | 'heading' // without the zero it is a heading, where nothing is voted
  | 'department' // the department that the zero gives exists
  | 'commune' // a commune has the code with the zero
  | 'no-commune' // the department that the zero gives exists, but no commune has the code
  | 'postal' // a commune has the postal code with the zero
  | 'length' // the length is fixed
  | 'check-digit' // the check digit is right with the zeros
  | 'listed' // the list has it with the zeros alone

/** Why it cannot be told whether a code lost zeros. */
export type Doubt =
  | 'no-article' // both forms exist and the row has no article
  | 'no-chapter' // both forms exist and the row has no chapter
  | 'headings' // the column also holds headings, so that 20 may be one
  | 'plan-disagrees' // the nomenclature votes this account elsewhere
  | 'both-listed' // both forms are in the list
  | 'several-listed' // several forms with zeros are in the list
  | 'too-short' // more than one zero would be missing
  | 'other-department' // the neighbouring column names another department
  | 'check-digit' // the check digit is wrong even with the zeros
  | 'is-siren' // nine digits that are a SIREN by themselves
  | 'ruined' // written like 2,1E+13: the last digits are lost

/**
 * What is known of a code: right as it is, or not one that could have lost zeros; restored, with its proof and whether the
 * nomenclature confirms it; not decidable; or not in the list of valid codes in any form.
 */
export type Verdict =
  | { kind: 'kept' }
  | { kind: 'restored'; code: string; proof: Proof; confirmed?: boolean }
  | { kind: 'undecided'; doubt: Doubt }
  | { kind: 'unlisted' }

export const KEPT: Verdict = { kind: 'kept' }

export const undecided = (doubt: Doubt): Verdict => ({ kind: 'undecided', doubt })

/** Digits alone and no zero in front: what a spreadsheet leaves of a code. */
export const couldHaveLostZeros = (code: string): boolean => /^[1-9]\d*$/.test(code)
