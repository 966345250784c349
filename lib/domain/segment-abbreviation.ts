/**
 * Words that end in a full stop without ending a sentence, beyond those the segmenter knows.
 *
 * Keys are lower case, without the last full stop and without spaces ("т. д." is "т.д"). Four classes, because what
 * may follow differs; where two readings are possible the class that joins is chosen: a sentence too long can be
 * split by a person, a sentence cut in two hides half of a statement.
 * - `never`: no sentence ends here ("Dr.", "e.g.", "вул.").
 * - `numbered`: joins only to a number or a single letter ("No. 278", "p. 12", "ст. 5").
 * - `either`: a sentence may end here; it does if a word that usually opens a sentence follows ("the U.S. The …").
 * - `closing`: a sentence ends here if a capital follows ("и т. д. Потом …", "at 5 p.m. Police …").
 * Sources: the abbreviation lists of sentencex 0.1.31 for English, extended by those of Wikipedia's manuals of style
 * (en, be, ru, pl, de).
 */
export type AbbreviationClass = 'never' | 'numbered' | 'either' | 'closing'

type Table = Record<AbbreviationClass, string>

const LATIN: Table = {
  never:
    'mr mrs ms dr prof rev hon fr msgr gen lt col maj capt cmdr cpl sgt pvt adm gov pres sen rep supt insp det ' +
    'amb mt ft messrs mme mlle st ste e.g i.e viz cf vs approx ca circa al.eg resp esp incl excl ph.d.cand lt.col ' +
    'lt.gen maj.gen brig brig.gen sgt.maj a.k.a né m.sc.eng',
  numbered:
    'no nos nr p pp vol vols art arts fig figs ch chap sec sect para par c fl b d r ed eds op cit n ser pt tab eq ' +
    'app cap tel abs §',
  either:
    'u.s u.k u.n e.u u.s.a u.s.s.r d.c inc corp ltd co bros llc jr sr esq etc dept univ assn ave blvd rd jan feb mar ' +
    'apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ph.d m.d b.a m.a b.sc m.sc et.al al est min max',
  closing: 'a.m p.m b.c a.d b.c.e c.e itd itp i.t.d i.h.d i.d i.t.p i.d.t.p',
}

const CYRILLIC: Table = {
  never:
    'гл обл вобл вул ул пл пр-т праф проф акад чл.-кар д-р канд ген палк палкоўн маёр кап лейт им ім імя св напр т.е ' +
    'т.зв т.н т.к т.ч в.т.л у.т.л г.зн г.зв гэта.зн см ср гл.чын глядз параўн англ лац бел рус польск нем укр франц ' +
    'груз літ лат яўр араб грэч пас дэп р-н сл воз хут мяст арх гр грам тав тов п.н пом зам нач нам інж рэд пер перакл',
  numbered: 'ст арт с стр стар п пп пункт рис мал табл т тт вып кн гл изд раздз разд § ч № д кв корп буд км каб в б',
  either: 'ин ін др пр млн млрд тыс руб коп р гг вв стст а.а с.ш ю.ш н.ш',
  closing:
    'т.д т.п и.т.д и.т.п і.г.д г.д і.да.т.п т.п и.др и.пр і.інш інш н.э да.н.э до.н.э гэтак.далей н.е тощо і.т.д',
}

/** Additions where a language gives a Latin word another meaning than English does. */
const BY_LANGUAGE: Record<string, Partial<Table>> = {
  // Belarusian in Łacinka: h. (horad), vul., h. zn. (heta značyć), t. zv. (tak zvany), ś. (śviaty).
  be: {
    never: 'h vul vobl praf akad h.zn t.zv im ś śv n.p napr dyr kan pl',
    numbered: 'st art s r-n bud',
    closing: 'i.h.d h.d i.d.t.p d.t.p',
  },
  pl: {
    never:
      'im ul św tzw tzn np m.in ok wg ks płk ppłk mjr kpt por ppor hab inż mgr dr.hab al gm pow woj zob por.np red',
    numbered: 'nr s str art ust poz pkt t rozdz tab rys',
    closing: 'itd itp i.in p.n.e n.e',
  },
  de: {
    never: 'z.b d.h u.a bzw ca vgl sog bspw hl frl hr fr dipl ing evtl ggf i.d.r o.g s.o s.u u.u v.a z.t z.zt',
    numbered: 'nr s abs art bd kap',
    closing: 'usw u.s.w n.chr v.chr',
  },
}

/** Words that open a sentence and hardly ever continue a name: after them an `either` abbreviation has ended one. */
const STARTERS = new Set(
  (
    'the then it its he she they we his her their this that these those there in on at by after before during since when ' +
    'while although however but and according as for from if many most some several no one i you an ' +
    'потым тады гэта гэты ён яна яны яго яе іх у ў на па пасля калі але аднак таксама паводле з са да аб мы я ' +
    'потом тогда затем это этот он она они его её их в во после когда но однако также согласно по с со до мы ' +
    'potym tady heta jon jana jany jaho u na pa paśla kali ale adnak taksama pavodle ' +
    'potem wtedy to ten ta on ona oni w we po gdy ale jednak także według der die das er sie es im am nach aber'
  ).split(' '),
)

const tables = new Map<string, Map<string, AbbreviationClass>>()

const fill = (map: Map<string, AbbreviationClass>, table: Partial<Table>): void => {
  for (const [kind, list] of Object.entries(table) as [AbbreviationClass, string][]) {
    for (const word of list.split(' ')) map.set(word, kind)
  }
}

function tableFor(language: string): Map<string, AbbreviationClass> {
  const known = tables.get(language)
  if (known) return known
  const made = new Map<string, AbbreviationClass>()
  fill(made, LATIN)
  fill(made, CYRILLIC)
  const own = BY_LANGUAGE[language]
  if (own) fill(made, own)
  tables.set(language, made)
  return made
}

/** The class of `word` (with or without inner full stops and spaces, without the last one), or undefined. */
export function abbreviationClass(word: string, language: string): AbbreviationClass | undefined {
  const known = language in BY_LANGUAGE ? language : ''
  return tableFor(known).get(/\s/u.test(word) ? word.toLowerCase().replace(/\s+/gu, '') : word.toLowerCase())
}

/** Whether a sentence is likely to begin with this word. */
export function opensSentence(word: string): boolean {
  return STARTERS.has(word.toLowerCase())
}

/** Words the segmenter takes for abbreviations (Me., Ill., Miss.) and that are words when written so. */
const ORDINARY: Record<string, RegExp> = { en: /^(?:[Mm]ay|me|id|ill|miss|la|pa|cal|fed)$/u }

/** Whether a word that might be an abbreviation is an ordinary word, so that a full stop behind it ends a sentence. */
export function isOrdinaryWord(word: string, language: string): boolean {
  return (Object.hasOwn(ORDINARY, language) ? ORDINARY[language] : undefined)?.test(word) ?? false
}
