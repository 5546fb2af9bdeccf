import type { Keyer } from './keyer.ts'

/**
 * Spellings, then their codes at the start of the text, before a vowel, elsewhere (`-` for none). Of two readings only the
 * first counts, as in OpenRefine. From the published chart (Mokotoff and Daitch, 1985).
 */
const CHART = `
ai aj ay 0 1 -
au 0 7 -
a 0 - -
b 7 7 7
chs 5 54 54
ch 4 4 4
ck 5 5 5
cz cs csz czs 4 4 4
c 4 4 4
drz drs ds dsh dsz dz dzh dzs 4 4 4
d dt 3 3 3
ei ej ey 0 1 -
eu 1 1 -
e 0 - -
f fb 7 7 7
g 5 5 5
h 5 5 -
ia ie io iu 1 - -
i 0 - -
j 1 - -
ks 5 54 54
k kh 5 5 5
l 8 8 8
mn nm 66 66 66
m n 6 6 6
oi oj oy 0 1 -
o 0 - -
p pf ph 7 7 7
q 5 5 5
rz rs 4 4 4
r 9 9 9
schtsch schtsh schtch shtch shch shtsh stch stsch sc strz strs stsh szcz szcs 2 4 4
sht scht schd st szt shd szd sd 2 43 43
sch sh sz s 4 4 4
tch ttch ttsch trz trs tsch tsh ts tts ttsz tc tz ttz tzs tsz 4 4 4
th t 3 3 3
ui uj uy ue 0 1 -
u 0 - -
v w 7 7 7
x 5 54 54
y 1 - -
zdz zdzh zhdzh 2 4 4
zd zhd 2 43 43
zh zs zsch zsh z 4 4 4
ą ę - - -
ţ ț 3 3 3
`

interface Rule {
  spelling: string
  codes: readonly [string, string, string]
}

/** Rules by first letter, longest spelling first. */
const rulesOf = new Map<string, Rule[]>()
for (const line of CHART.trim().split('\n')) {
  const words = line.split(' ')
  const [start = '', beforeVowel = '', elsewhere = ''] = words
    .slice(-3)
    .map((code) => (code === '-' ? '' : code))
  for (const spelling of words.slice(0, -3)) {
    const rules = rulesOf.get(spelling.charAt(0)) ?? []
    rules.push({ spelling, codes: [start, beforeVowel, elsewhere] })
    rulesOf.set(
      spelling.charAt(0),
      rules.sort((a, b) => b.spelling.length - a.spelling.length),
    )
  }
}

const FOLDED: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  ø: 'o',
  ð: 'd',
  þ: 'b',
  ć: 'c',
  ł: 'l',
  ś: 's',
  ż: 'z',
  ź: 'z',
}
const KEPT = 'ąęţț'
const WHITE_SPACE = /\s/g

function folded(letter: string): string {
  if (KEPT.includes(letter)) return letter
  const plain = FOLDED[letter]
  if (plain !== undefined) return plain
  return letter >= 'À' && letter <= 'ÿ' ? letter.normalize('NFD').charAt(0) : letter
}

function daitchMokotoffKey(text: string): string {
  const letters = Array.from(text.replace(WHITE_SPACE, '').toLowerCase(), folded).join('')
  let key = ''
  let last: string | null = null
  let letterBefore = ''
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charAt(at)
    const rule = rulesOf.get(letter)?.find(({ spelling }) => letters.startsWith(spelling, at))
    if (rule === undefined) continue
    const after = letters.charAt(at + rule.spelling.length)
    const [start, beforeVowel, elsewhere] = rule.codes
    const code =
      letterBefore === '' ? start : after !== '' && 'aeiou'.includes(after) ? beforeVowel : elsewhere
    const nasals = `${letterBefore}${letter}`
    if (last === null || !last.endsWith(code) || nasals === 'mn' || nasals === 'nm') key += code
    last = code
    letterBefore = letter
    at += rule.spelling.length - 1
  }
  return key.slice(0, 6).padEnd(6, '0')
}

export const daitchMokotoff: Keyer = {
  id: 'daitch-mokotoff',
  name: { fr: 'Son d’Europe de l’Est (Daitch–Mokotoff)', en: 'Eastern European sound (Daitch–Mokotoff)' },
  about: {
    fr: 'Noms slaves et yiddish qui se prononcent de même ; ne regarde que le début du texte.',
    en: 'Slavic and Yiddish names that sound the same; looks at the beginning of the text only.',
  },
  key: daitchMokotoffKey,
}
