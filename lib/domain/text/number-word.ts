/** The number words of a language: `ones` to 19, `tens`, and whole hundreds with their values; the rest multiplies. */
export type NumberWords = {
  values: ReadonlyMap<string, number>
  hundred: ReadonlySet<string>
  thousand: ReadonlySet<string>
  /** Stands between parts of one number: "and", "et", "y". */
  between: ReadonlySet<string>
  /** Whether "hundred" or "thousand" alone is one of it. */
  bare: boolean
}

const set = (words = ''): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean))

/** "12: twelve; 20: twenty": a value and its forms. */
function language(
  values: string,
  rest: { hundred?: string; thousand?: string; between?: string; bare?: boolean },
  more: Iterable<[string, number]> = [],
): NumberWords {
  const all = new Map<string, number>(more)
  for (const entry of values.split(';')) {
    const [value = '', forms = ''] = entry.split(':')
    for (const form of set(forms)) all.set(form, Number(value))
  }
  return {
    values: all,
    hundred: set(rest.hundred),
    thousand: set(rest.thousand),
    between: set(rest.between),
    bare: rest.bare === true,
  }
}

const GERMAN =
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const GERMAN_TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

/** German writes a number below a million in one word. */
function* germanNumbers(): Generator<[string, number]> {
  const below: [string, number][] = GERMAN.map((word, at) => [word, at + 1])
  GERMAN_TENS.forEach((ten, nth) => {
    below.push([ten, 20 + nth * 10])
    for (let one = 1; one < 10; one++) below.push([`${GERMAN[one - 1]}und${ten}`, 20 + nth * 10 + one])
  })
  // "Ein" alone is an article.
  for (const [word, value] of below) if (value > 1) yield [word, value]
  yield ['eins', 1]
  for (let hundreds = 1; hundreds < 10; hundreds++) {
    const head = `${GERMAN[hundreds - 1]}hundert`
    yield [head, hundreds * 100]
    for (const [word, value] of below) yield [head + (value === 1 ? 'eins' : word), hundreds * 100 + value]
  }
  for (const [word, value] of below) yield [`${word}tausend`, value * 1000]
  for (let hundreds = 1; hundreds < 10; hundreds++) yield [`${GERMAN[hundreds - 1]}hunderttausend`, hundreds * 100_000]
}

/**
 * Of the languages that the desk reads most. Articles that are also "one" ("un", "ein", "una") are left out, and so are
 * the vague ("dozens", "tysiące").
 */
export const NUMBER_LANGUAGES: readonly NumberWords[] = [
  language(
    '1:one;2:two;3:three;4:four;5:five;6:six;7:seven;8:eight;9:nine;10:ten;11:eleven;12:twelve;13:thirteen;14:fourteen;15:fifteen;16:sixteen;17:seventeen;18:eighteen;19:nineteen;20:twenty;30:thirty;40:forty fourty;50:fifty;60:sixty;70:seventy;80:eighty;90:ninety',
    { hundred: 'hundred', thousand: 'thousand', between: 'and' },
  ),
  language('2:zwo;30:dreissig', { bare: false }, germanNumbers()),
  language(
    '2:deux;3:trois;4:quatre;5:cinq;6:six;7:sept;8:huit;9:neuf;10:dix;11:onze;12:douze;13:treize;14:quatorze;15:quinze;16:seize;20:vingt vingts;30:trente;40:quarante;50:cinquante;60:soixante;70:septante;80:huitante octante;90:nonante;1:un une',
    { hundred: 'cent cents', thousand: 'mille', between: 'et', bare: true },
  ),
  language(
    '2:dos;3:tres;4:cuatro;5:cinco;6:seis;7:siete;8:ocho;9:nueve;10:diez;11:once;12:doce;13:trece;14:catorce;15:quince;16:dieciséis;17:diecisiete;18:dieciocho;19:diecinueve;20:veinte;21:veintiuno veintiún veintiuna;22:veintidós;23:veintitrés;24:veinticuatro;25:veinticinco;26:veintiséis;27:veintisiete;28:veintiocho;29:veintinueve;30:treinta;40:cuarenta;50:cincuenta;60:sesenta;70:setenta;80:ochenta;90:noventa;100:cien ciento;200:doscientos doscientas;300:trescientos trescientas;400:cuatrocientos cuatrocientas;500:quinientos quinientas;600:seiscientos seiscientas;700:setecientos setecientas;800:ochocientos ochocientas;900:novecientos novecientas;1:uno un una',
    { thousand: 'mil', between: 'y', bare: true },
  ),
  language(
    '1:jeden jedna jedno jednego jednej jednemu jednym;2:dwa dwie dwóch dwu dwoje dwaj dwom dwóm dwoma dwiema dwojga;3:trzy trzech trzej troje trzem trzema trojga;4:cztery czterech czterej czworo czterem czterema czworga;5:pięć pięciu pięcioro pięcioma;6:sześć sześciu sześcioro sześcioma;7:siedem siedmiu siedmioro siedmioma;8:osiem ośmiu ośmioro ośmioma;9:dziewięć dziewięciu dziewięcioro dziewięcioma;10:dziesięć dziesięciu dziesięcioro dziesięcioma;11:jedenaście jedenastu;12:dwanaście dwunastu dwanaścioro;13:trzynaście trzynastu;14:czternaście czternastu;15:piętnaście piętnastu;16:szesnaście szesnastu;17:siedemnaście siedemnastu;18:osiemnaście osiemnastu;19:dziewiętnaście dziewiętnastu;20:dwadzieścia dwudziestu;30:trzydzieści trzydziestu;40:czterdzieści czterdziestu;50:pięćdziesiąt pięćdziesięciu;60:sześćdziesiąt sześćdziesięciu;70:siedemdziesiąt siedemdziesięciu;80:osiemdziesiąt osiemdziesięciu;90:dziewięćdziesiąt dziewięćdziesięciu;100:sto stu;200:dwieście dwustu;300:trzysta trzystu;400:czterysta czterystu;500:pięćset pięciuset;600:sześćset sześciuset;700:siedemset siedmiuset;800:osiemset ośmiuset;900:dziewięćset dziewięciuset',
    { thousand: 'tysiąc tysiące tysięcy tysiąca' },
  ),
  language(
    '1:один одна одно одного одной одному одну одним;2:два две двух двоих двое двум двумя;3:три трёх трех троих трое трём трем тремя;4:четыре четырёх четырех четверо четверых четырём четырьмя;5:пять пяти пятеро пятерых пятью;6:шесть шести шестеро шестерых шестью;7:семь семи семеро семерых семью;8:восемь восьми восемью;9:девять девяти девятью;10:десять десяти десятью;11:одиннадцать одиннадцати;12:двенадцать двенадцати двенадцатью;13:тринадцать тринадцати;14:четырнадцать четырнадцати;15:пятнадцать пятнадцати;16:шестнадцать шестнадцати;17:семнадцать семнадцати;18:восемнадцать восемнадцати;19:девятнадцать девятнадцати;20:двадцать двадцати двадцатью;30:тридцать тридцати;40:сорок сорока;50:пятьдесят пятидесяти;60:шестьдесят шестидесяти;70:семьдесят семидесяти;80:восемьдесят восьмидесяти;90:девяносто девяноста;100:сто ста;200:двести двухсот;300:триста трёхсот трехсот;400:четыреста четырёхсот четырехсот;500:пятьсот пятисот;600:шестьсот шестисот;700:семьсот семисот;800:восемьсот восьмисот;900:девятьсот девятисот',
    { thousand: 'тысяча тысячи тысяч тысячу' },
  ),
  language(
    "1:один одна одне одного однієї одному одну;2:два дві двох двоє двом двома;3:три трьох троє трьом трьома;4:чотири чотирьох четверо чотирьом;5:п'ять п'яти п'ятеро п'ятьох;6:шість шести шестеро шістьох;7:сім семи семеро сімох;8:вісім восьми восьмеро вісьмох;9:дев'ять дев'яти дев'ятеро дев'ятьох;10:десять десяти десятеро десятьох;11:одинадцять одинадцяти;12:дванадцять дванадцяти дванадцятьох;13:тринадцять тринадцяти;14:чотирнадцять чотирнадцяти;15:п'ятнадцять п'ятнадцяти;16:шістнадцять шістнадцяти;17:сімнадцять сімнадцяти;18:вісімнадцять вісімнадцяти;19:дев'ятнадцять дев'ятнадцяти;20:двадцять двадцяти;30:тридцять тридцяти;40:сорок сорока;50:п'ятдесят п'ятдесяти;60:шістдесят шістдесяти;70:сімдесят сімдесяти;80:вісімдесят вісімдесяти;90:дев'яносто дев'яноста;100:сто ста;200:двісті двохсот;300:триста трьохсот;400:чотириста чотирьохсот;500:п'ятсот п'ятисот;600:шістсот шестисот;700:сімсот семисот;800:вісімсот восьмисот;900:дев'ятсот дев'ятисот",
    { thousand: 'тисяча тисячі тисяч тисячу' },
  ),
  language(
    '1:адзін адна адно аднаго адной аднаму адну;2:два дзве двух дзвюх двое дваіх двум дзвюм;3:тры трох трое траіх тром;4:чатыры чатырох чацвёра чацвярых чатыром;5:пяць пяці пяцёра пяцярых;6:шэсць шасці шасцёра шасцярых;7:сем сямі сямёра сямярых;8:восем васьмі;9:дзевяць дзевяці;10:дзесяць дзесяці;11:адзінаццаць адзінаццаці;12:дванаццаць дванаццаці;13:трынаццаць трынаццаці;14:чатырнаццаць чатырнаццаці;15:пятнаццаць пятнаццаці;16:шаснаццаць шаснаццаці;17:семнаццаць сямнаццаць семнаццаці сямнаццаці;18:васямнаццаць васемнаццаць васямнаццаці;19:дзевятнаццаць дзевятнаццаці;20:дваццаць дваццаці;30:трыццаць трыццаці;40:сорак сарака;50:пяцьдзясят пяцідзесяці;60:шэсцьдзясят шасцідзесяці;70:семдзесят сямідзесяці;80:восемдзесят васьмідзесяці;90:дзевяноста;100:сто ста;200:дзвесце двухсот;300:трыста трохсот;400:чатырыста чатырохсот;500:пяцьсот пяцісот;600:шэсцьсот шасцісот;700:семсот сямісот;800:восемсот васьмісот;900:дзевяцьсот дзевяцісот',
    { thousand: 'тысяча тысячы тысяч тысячу' },
  ),
]

/** Numbers in words, exact or vague. "A" and "one of" are not among them; "one" is. */
export const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|several|many|few|both|numerous|countless|twenty-\p{L}+|thirty-\p{L}+|forty-\p{L}+|fifty-\p{L}+|sixty-\p{L}+|seventy-\p{L}+|eighty-\p{L}+|ninety-\p{L}+|адзін|дв[аое]\p{L}{0,3}|два|дзве|дзвюх|тры|трох|тро[ей]|трое|чатыр\p{L}*|пяць|пяцёра|шэсць|сем|восем|дзевяць|дзесяць|дзясятк\p{L}*|дзесятк\p{L}*|дваццаць|трыццаць|сорак|сто|сотн\p{L}*|соцен|тысяч\p{L}*|мільён\p{L}*|некальк\p{L}*|шмат|мног\p{L}*|один|одного|две|двух|три|трёх|трех|четыр\p{L}*|четверо|пять|пятеро|шесть|семь|восемь|девять|десять|десятк\p{L}*|двадцать|тридцать|сорок|сотен|миллион\p{L}*|нескольк\p{L}*|двоє|двох|троє|чотир\p{L}*|п['’ʼ]ять|шість|сім|вісім|десят\p{L}*|кільк\p{L}*|багато|adzin|dva|dzvie|try|troch|čatyr\p{L}*|piać|šeść|siem|vosiem|dziesiać|dziasiatki|sotni|tysiač\p{L}*|niekalki|niekalkich|šmat|dwa|dwie|dwóch|dwoje|trzy|trzech|troje|cztery|czterech|pięć|pięciu|sześć|siedem|osiem|dziesięć|kilk\p{L}*|dziesiątki|setki|tysiące|wielu|jeden|jedna|unknown|nieviadom\p{L}*)$/iu
