export type Language = 'fr' | 'en'

/** A text in both languages. */
export type Localized<T = string> = Readonly<Record<Language, T>>

/** The same keys and arguments in both languages, checked by the compiler: French says what there is, English follows. */
export function messages<M extends object>(both: {
  fr: M
  en: NoInfer<{ [K in keyof M]: M[K] extends string ? string : M[K] }>
}): Localized<M> {
  return both as Localized<M>
}
