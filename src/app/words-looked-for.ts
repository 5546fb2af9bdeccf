/** Words too common to tell one action from another. */
const COMMON = new Set(
  'a au aux ce ces d dans de des du en et je l la le les ma mes mon ne pas pour qu que sur un une mettre faire veux voudrais comment the an of to in on my and for'.split(
    ' ',
  ),
)

/** Lower case, without accents or apostrophes. */
export const foldedWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase()

/** What a person who types this is looking for: its words folded, singular, the common ones left out unless there are no others. */
export function wordsLookedFor(typed: string): string[] {
  const all = foldedWords(typed).split(/\s+/).filter(Boolean)
  const telling = all.filter((word) => !COMMON.has(word))
  return (telling.length === 0 ? all : telling).map((word) =>
    word.length > 4 ? word.replace(/[sx]$/, '') : word,
  )
}
