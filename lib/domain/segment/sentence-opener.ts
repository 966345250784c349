/**
 * Words that open a sentence and hardly ever continue a name: behind "the U.S." or "J." they say that a new sentence
 * began. By language, because "La" opens a sentence in Spanish and continues a name in English.
 */
const STARTERS: Record<string, string> = {
  en:
    'the then it its he she they we his her their this that these those there in on at by after before during since ' +
    'when while although however but and according as for from if many most some several no one i you an what who ' +
    'all both each even not now only our so such to until with without nobody none later today where why how ' +
    'did does do is are was were have had yes perhaps maybe meanwhile millions thousands hundreds dozens',
  be:
    'потым тады гэта гэты гэтая гэтыя ён яна яно яны яго яе іх у ў на па пасля калі але аднак таксама паводле з са да ' +
    'аб мы я усе усё там тут ніхто нічога яшчэ ужо перад праз за адсюль улетку увосень ' +
    'potym tady heta hety hetaja hetyja jon jana jano jany jaho jaje ich u na pa paśla kali ale adnak taksama ' +
    'pavodle z sa da ab my usie usio tam tut nichto ničoha jašče užo pierad praz za',
  ru:
    'потом тогда затем это этот эта эти он она оно они её его их в во на по после когда но однако также согласно с со ' +
    'до мы я все всё там тут здесь никто ничего ещё уже перед через за из при для если так как кто что где и а',
  uk:
    'потім тоді це цей ця ці він вона воно вони її його їх у в на по після коли але однак також згідно з зі до ми я усі ' +
    'всі там тут ніхто нічого ще вже перед через за із при для якщо так як хто що де і та',
  pl:
    'potem wtedy to ten ta te ci on ona ono oni one jego jej ich w we na po gdy kiedy ale jednak także również według ' +
    'z ze do my ja wszyscy wszystko tam tu nikt nic jeszcze już przed przez za od dla jeśli tak jak kto co gdzie i a',
  de:
    'der die das den dem des er sie es ihr wir ich ein eine einen einem im in am an auf aus bei mit nach seit von vor ' +
    'zu zum zur über um unter durch für gegen bis als aber und doch dann danach dort hier wenn weil obwohl auch nur ' +
    'noch schon alle viele einige niemand nichts man diese dieser dieses sein seine ihre kein keine mehr',
  fr:
    'le la les un une des il elle ils elles on ce cet cette ces c’ l’ d’ j’ n’ s’ qu’ nous vous je en au aux à après ' +
    'avant dans depuis pour par sur sous avec sans mais et cependant selon ensuite puis alors son sa ses leur leurs ' +
    'tous tout personne rien ici là si quand comme plus',
  es:
    'el la los las un una unos unas él ella ellos ellas esto este esta estos estas ese esa eso en al a después antes ' +
    'desde para por sobre con sin pero y sin según luego entonces su sus se no nadie nada todos todo hay había ya si ' +
    'cuando como más aquí allí era fue también',
  it:
    'il lo la i gli le un uno una egli ella esso essa essi lui lei loro questo questa questi queste in nel nella al ' +
    'alla a dopo prima da per su con senza ma e però secondo poi allora suo sua suoi non nessuno niente tutti tutto è ' +
    'c’ l’ un’ dell’ nell’ si se quando come più qui',
  pt:
    'o a os as um uma ele ela eles elas isto este esta estes estas esse essa em no na nos nas ao à após depois antes ' +
    'desde para por sobre com sem mas e segundo então seu sua não ninguém nada todos tudo há já se quando como mais',
  nl:
    'de het een hij zij ze wij we ik dit dat deze die in op aan bij met na sinds van voor over om onder door tegen ' +
    'tot als maar en toch toen daarna daar hier wanneer omdat ook alleen nog al alle veel niemand niets men zijn haar',
  lt:
    'jis ji jie jos tai šis ši šie tas ta tie po kai bet tačiau taip pat pagal iš į nuo iki su be mes aš visi viskas ' +
    'ten čia niekas dar jau prieš per už prie jei kaip kas kur ir o tada vėliau',
  lv: 'viņš viņa viņi tas tā tie pēc kad bet tomēr arī saskaņā no līdz ar bez mēs es visi tur šeit neviens vēl jau un',
  cs:
    'on ona ono oni to ten ta ti v ve na po když ale však také podle z ze do my já všichni vše tam tady nikdo nic ještě ' +
    'už před přes za od pro jestli tak jak kdo co kde i a potom pak tehdy',
  el:
    'ο η το οι τα τον την του της των στο στη στην στον στις στους με από για και αλλά όμως αυτός αυτή αυτό αυτοί δεν ' +
    'θα ένας μια ένα όταν αν όπως μετά πριν κανείς κανένας εκεί εδώ',
  sv:
    'den det han hon de vi jag en ett i på vid efter före under sedan när men och dock också enligt från till där här ' +
    'hvad hvem hvor hvorfor hvordan hvornår vad vem var varför hur når hvis jeg jag af men så',
}

/** Words that open a circumstance of time or place ("В 2020 г. Лукашенко …"), in the languages that write "2020 г.". */
const FRONTING = new Set(
  (
    'у ў ва з са да к на па пасля перад пры за ад праз між каля увесну улетку увосень узімку летам зімой яшчэ толькі ' +
    'в во с со к ко до по после перед при из от через между около весной летом осенью зимой утром вечером ночью ещё ' +
    'только лишь уже начиная із зі від біля навесні влітку восени взимку лише вже ' +
    'u va z sa da k na pa paśla pierad pry za ad praz kala jašče tolki uvosień uzimku ' +
    'at in on by around about before after during since from until toward early late only ' +
    'w we ze do od po przed przy przez około wiosną latem jesienią zimą już dopiero jeszcze'
  ).split(' '),
)

const sets = new Map<string, Set<string>>()
const NEAR: Record<string, string> = { sk: 'cs', no: 'sv', nb: 'sv', nn: 'sv', da: 'sv', ca: 'es', gl: 'es', af: 'nl' }

function startersOf(language: string): Set<string> {
  const known = sets.get(language)
  if (known) return known
  const near = Object.hasOwn(NEAR, language) ? (NEAR[language] ?? 'en') : language
  const name = Object.hasOwn(STARTERS, near) ? near : 'en'
  let set = sets.get(name)
  if (!set) {
    set = new Set((STARTERS[name] ?? '').split(' '))
    sets.set(name, set)
  }
  if (Object.hasOwn(NEAR, language)) sets.set(language, set)
  return set
}

/** Whether a sentence of the language is likely to begin with this word ("It’s" and "C’est" included). */
export function opensSentence(word: string, language: string): boolean {
  const lower = word.toLowerCase()
  const starters = startersOf(language)
  if (starters.has(lower)) return true
  const apostrophe = lower.search(/['’]/u)
  if (apostrophe < 1) return false
  const head = lower.slice(0, apostrophe)
  return starters.has(`${head}’`) || (head.length > 1 && starters.has(head))
}

/** Whether a sentence that begins with this word may still be stating a time or a place. */
export function frontsCircumstance(word: string): boolean {
  return /^\p{N}/u.test(word) || FRONTING.has(word.toLowerCase())
}
