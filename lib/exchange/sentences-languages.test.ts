import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sentenceSegmenter } from './sentences.ts'

/** By language: texts with a bar where a sentence must end; the bar is taken out before cutting. */
const TABLE: Record<string, string[]> = {
  en: [
    "He said: 'It is over. We won. Go home.' |They went.",
    "The partisans' base burned. |Minsk fell. |That's 'odd' news.",
    'A. I. Smith and W. H. Auden met V. I. Lenin. |He left.',
    'Est. 1990, the mill stood. |It burned in Feb. 2021. |It was rebuilt.',
    'At 11:58 p.m. P.D.T. on 1 October police came. |In 44 B.C. Caesar died.',
    'It was 5 ft. 6 in. tall. |It fell.',
    'It ended.¹ |Then it began.²³ |So it goes.†',
    'The end… |Then nothing. |The end... |Then nothing.',
    'The toll rose to 16. |Rescuers went on. |It hit Gate 5. |Police came at 7.',
    'J.R.R. Tolkien, C. S. Lewis and J.-P. Sartre met. |They talked.',
    '👩‍👩‍👧 came. |🇧🇾 flags and 🇱🇹 flags flew. |👍🏽 was seen.',
    'They came to No. 10 Downing St. The PM was out. |The U.S. Department of State objected.',
    'Gov. Wolf said "It ended. [...] It was over." |Then he left.',
    'He left.\u00a0|Then she came.\u202f|Then they met.\u2003|So.',
    'The vote was held on 9 August. |Results came on the 10th.',
    'He met Maj. Gen. A. Vol and Lt. Col. B. Hut. |Nothing was agreed.',
    'George W. Bush and Samuel L. Jackson met J. K. Rowling. |They talked.',
    'It cost 1,083.50 dollars, i.e. 3.5 per cent more. |Nobody paid.',
    'The vol. 3 edition of Smith et al. (2019) is lost. |A copy exists.',
    'The base was hit.[citation needed] |The hangar burned.[where?] |Crews left.[12][13]',
    'The base was hit [where?] by a drone. |Crews left. [by whom?] |It was quiet.',
    'The mayor — a Mr. Brown of St. Paul — resigned. |His deputy took over.',
    'The order (see below. It is short.) was given twice. |It was ignored.',
    '“We won. They lost. It is over.” |So he wrote.',
    'He whispered, “Wait… wait. Now!” and ran. |The bomb went off.',
    'Was it over? |Not at all! |Not yet…',
    'In Washington, D.C., police came. |In the U.K. they did not.',
    'The company (Acme Ltd.) failed. |Its owner fled.',
    'They left at 5:30 p.m. on Sunday. |They came back at 6 a.m. |It rained.',
    'Version 2.0.1 of the app was banned. |Version 3 was not.',
    'It lies at 53.9° N. lat. near Minsk. |Nobody lives there.',
    'He was born in Minsk (then U.S.S.R.). |He died in Vilnius.',
    'It was the No. 1 enemy. |No. |It was not.',
    'He scored 10 of 12. |12 of 13 scored him. |3 did not.',
    'Art. 342 applies. |Sec. 5 does not.',
    'Gov. Lis spoke first. |Sen. Vouk spoke last.',
    'The Jan. 6 panel met. |It met again in Dec. 2021. |It ended.',
    'The agreement with Yahoo! was signed. |Nobody read it.',
    'He asked “Why?” and got no answer. |He asked again.',
    '"Is it you?" |"It is I." |They shook hands.',
    'He was tried for (a) arson; (b) theft; and (c) treason. |He was acquitted.',
    'Mr. and Mrs. Smith and their son, John Jr., left. |The dog stayed.',
    'The flight (SU-1 of Jan. 3.) was late. |It landed.',
    'See https://example.org/a.b?c=d.e for details. |It is long.',
  ],
  be: [
    'У 2020 г. А. Лукашэнка перамог. |Ён памёр у 1984 г. |Пахаваны ў Мінску.',
    'Уладзімір Караткевіч (У. С. Караткевіч) напісаў твор. |Ён стаў знакамітым.',
    'Ён нарадзіўся 9 жніўня 1990 г. у в. Дуброва. |Вучыўся ў Мінску.',
    'Гэта адбылося ў 2020 г. |Потым яго затрымалі.',
    'У 2020–2021 гг. пратэсты працягваліся. |Яны былі мірныя.',
    'Пасяджэнне прайшло на вул. Я. Купалы, д. 25, каб. 3. |Прысутнічалі ўсе.',
    'Страты склалі 1,5 млн. руб. і 3 тыс. даляраў. |Ніхто не адказаў.',
    'Гл. арт. 342, ч. 2 КК. |Яна не змянілася.',
    'Партызаны, падпольшчыкі і інш. змагаліся. |Іх было шмат.',
    'Былі цягнікі, аўтобусы, г. зн. увесь транспарт. |Усё стала.',
    'А. Лукашэнка і С. Г. Ціханоўская былі кандыдатамі. |Выбары адбыліся.',
    '26-га лютага чуваць былі выбухі. |Ноч была ясная.',
    'У XX ст. тут быў млын. |Ён згарэў.',
    'Ён спытаў: «Навошта? Для каго?» |Адказу не было.',
    'Гэта (так ці інакш. Усё роўна.) скончылася. |Ціха.',
    'Атрад налічваў прыбл. 40 чал. |Камандзірам быў палк. Воўк.',
    'Ён кіраваў праз т. зв. раду. |Рада збіралася рэдка.',
    'Пажар быў.[1] |Яго патушылі.[крыніца?] |Усё.',
    'Гэта нар. артыст БССР Я. Ц. Кар. |Ён спявае.',
    'Ён жыў у п. Калодзішчы. |Потым з’ехаў.',
  ],
  'be-Latn': [
    'A. Łukašenka pryjechaŭ u h. Svietłahorsk. |Jaho sustreli.',
    'Heta adbyłosia 9 žniŭnia 2020 h. |Potym jaho zatrymali.',
    'Jon žyŭ na vul. J. Kupały, d. 5, h. zn. u centry. |Dom zniesli.',
    'U XX st. tut byŭ młyn. |Jon zhareŭ.',
    'Heta t. zv. rada. |Jana zbirałasia redka.',
    'Straty składali 200 tys. rub. |Nichto nie adkazaŭ.',
    'Partyzany, čyhunačniki i inš. źjechali. |Zastalisia staryja.',
    '«Pojdziem. Zaraz.» — skazaŭ jon. |Jany pajšli.',
  ],
  ru: [
    'А. В. Иванов и С. У. Караткевич встретили О. Н. Петрова. |Он ушёл.',
    'Весной 2020 г. Лукашенко заявил об этом. |Умер в 1990 г. |Похоронен в Минске.',
    'В ночь на 5 мая 1990 г. Минск горел. |Он дал им. |Потом ушёл. |Дай нам. |Мы ждём.',
    'Он родился в 1954 г. в дер. Копысь. |Учился в Могилёве.',
    'Это было в 2020 г. |Потом всё изменилось.',
    'В 2020–2021 гг. протесты продолжались. |Они были мирными.',
    'Согласно ст. 361 УК РФ и п. 3 ч. 2 ст. 5, это преступление. |Срок большой.',
    'Ущерб составил 3,5 млн руб. |Никто не заплатил.',
    'Ущерб составил 200 тыс. долл. США. |Никто не заплатил.',
    'Поезда, вокзалы, мосты и т. п. охраняются. |Охрана усилена.',
    'Они взяли хлеб, воду и т. д. |Потом ушли.',
    'А. С. Пушкин и Л. Н. Толстой — писатели. |Их читают.',
    'Ген. Иванов, акад. Петров и проф. Сидоров встретились. |Говорили долго.',
    'Это т. н. народная республика. |Её не признали.',
    'Он сказал: «Нет. Никогда». |И ушёл.',
    '— Кто там? — спросил он. |Никто не ответил.',
    'В X в. до н. э. здесь жили люди. |Они сеяли хлеб.',
    'Взрыв произошёл в 5 ч. утра. |Погибли 3 чел. |Ранены 7.',
    'См. рис. 3 и табл. 4. |Там всё есть.',
    'Тираж 5 тыс. экз. |Цена свободная.',
    'Он жил в СССР. |А потом в США.',
    'Пожар потушили...[2] |Причина неизвестна.',
  ],
  uk: [
    'Він жив у м. Львів у 1990 р. |Помер там само. |У 2020 р. Зеленський заявив про це.',
    'Народився 1978 р. у м. Кривий Ріг. |Навчався там само.',
    'Це сталося 24 лютого 2022 р. |Потім почалася війна.',
    'Обстріляли вул. Шевченка, буд. 5 та ін. |Загинули 3 особи.',
    'Збитки — 3,5 млн грн. |Їх не відшкодували.',
    'В. О. Зеленський виступив. |Його слухали.',
    'Він сказав: «Я тут. Ми тут». |Потім пішов.',
    'Бригади, полки тощо. |Усі воюють.',
    'Ген. Залужний і полк. Коваль зустрілися. |Розмова була коротка.',
  ],
  pl: [
    'W 2020 r. Łukaszenka wygrał. |Zmarł w 1990 r. |Pochowany w Wilnie.',
    'Urodził się 3. maja 1970 r. w Warszawie. |Zmarł w Wilnie.',
    'Było to w 2020 r. |Potem wyjechał.',
    'Pułk liczy ok. 500 osób, m.in. ochotników z Litwy. |Dowodzi nim płk Kos.',
    'Zob. art. 5 ust. 2 pkt 3 k.k. i nast. |Przepis obowiązuje.',
    'Mieszkał przy ul. św. Jana 5 w Krakowie. |Dom zburzono.',
    'J. Kaczyński i D. Tusk spotkali się. |Nic z tego nie wyszło.',
    'Straty wyniosły 200 tys. zł. |Nikt nie zapłacił.',
    'To tzw. wojna hybrydowa, np. cyberataki itp. |Trwa od lat.',
    'W XX w. był tu młyn. |Spłonął.',
    'Powiedział: „Nie. Nigdy”. |Wyszedł.',
    'Prof. dr hab. inż. A. Nowak i ks. Lis protestowali. |Bez skutku.',
    'W I w. p.n.e. mieszkali tu ludzie. |Siali zboże.',
    'Przyszli o godz. 5.30 rano. |Wyszli wieczorem.',
  ],
  de: [
    'Die Zahl der Toten stieg auf 16. |Rettungskräfte suchten weiter. |Am 16. Rettungstag war Schluss.',
    'Am 9. August 2020 wurde gewählt. |Am 10. September folgte der Streik.',
    'Er kam am 5. Oktober, d. h. zu spät. |Niemand wartete.',
    'Das gilt u. a. für Nr. 5 und Abs. 3 bzw. Art. 7. |Mehr nicht.',
    'Hl. Georg und St. Martin sind Patrone. |Sie werden verehrt.',
    'Prof. Dr. h. c. A. Müller sprach. |Alle schwiegen.',
    'Es kostete 1.083,50 Euro. |Das war zu viel.',
    'Die Stadt hat ca. 3,5 Mio. Einwohner. |Sie wächst.',
    'Brot, Wasser usw. fehlten. |Alles war knapp.',
    'Es fehlten Brot, Wasser usw. |Die Lage war ernst.',
    'Im 19. Jahrhundert stand hier eine Mühle. |Sie brannte ab.',
    'König Friedrich II. regierte lange. |Er starb 1786.',
    'Er sagte: „Nein. Niemals.“ |Dann ging er.',
    '„Nein. Niemals“, sagte er. |Dann ging er.',
    'Im 1. Jh. v. Chr. lebten hier Menschen. |Sie säten Korn.',
    'Er lebte in der Goethestr. 5. |Das Haus steht noch.',
    'Er wurde 3. |Sein Bruder gewann.',
    'Am 3. und 4. Mai war Markt. |Am 5. nicht.',
  ],
  fr: [
    'C’est M. Martin ? |Non. |Ch. de Gaulle est mort. |L’État a payé.',
    'M. Dupont et Mme Durand sont arrivés. |Ils sont repartis.',
    'Le roi, p. ex. Louis XIV, régnait. |Il est mort en 1715.',
    'En 52 av. J.-C. la ville brûla. |Elle fut rebâtie.',
    'L’art. 5, al. 2, s’applique, c.-à-d. toujours. |Voir p. 12.',
    'Il a dit : « C’est fini. Rentrez. » |Ils sont rentrés.',
    '« C’est fini ! » dit-il. |Il partit.',
    'Est-ce vrai ? |Oui ! |Vraiment ?',
    'Cela coûte 1 083,50 euros env. |C’est trop.',
    'Il y avait du pain, de l’eau, etc. |Tout manquait ailleurs.',
    'Le Dr A. Martin et J.-P. Durand ont signé. |Personne d’autre.',
    'Il habite St-Denis, bd. Voltaire, no. 5. |Il est né à Lyon.',
    'MM. Lis et Kos ont témoigné. |Le juge les a crus.',
  ],
  es: [
    'El barco volvió al mar. |Nadie murió. |Dijo que no. |Ruiz calló.',
    'El Sr. Gómez y la Sra. Ruiz llegaron. |Se fueron pronto.',
    'EE. UU. y la UE firmaron. |China no firmó.',
    'Había pan, agua, p. ej. |No había sal.',
    'Hay varios casos, p. ej. el de Ruiz. |Nadie habla.',
    '¿Es verdad? |¡Sí! |¿Quién lo dice?',
    'Dijo: «No. Nunca». |Se fue.',
    'El art. 5, núm. 3, pág. 12, lo prohíbe. |Nadie lo lee.',
    'Costó 1.083,50 euros aprox. |Era mucho.',
    'D. José y Dña. Ana vivían en la Avda. Mayor. |Murieron.',
    'Nació en el s. XX a. C. según algunos. |No es cierto.',
    'El Dr. J. L. Borges escribió. |Lo leemos.',
  ],
  it: [
    'Il sig. Rossi e il dott. Bianchi arrivarono. |Partirono subito.',
    'Nel sec. XX c’era un mulino. |Bruciò.',
    'Disse: «No. Mai». |Se ne andò.',
    'Vedi art. 5, p. 12, ecc. |È tutto lì.',
    'G. Verdi nacque nel 1813. |Morì a Milano.',
  ],
  pt: [
    'O Sr. Silva e a Sra. Costa chegaram. |Foram embora.',
    'O art. 5, n.º 3, aplica-se. |Ninguém o lê.',
    'O Dr. J. Lopes falou. |Todos ouviram.',
  ],
  nl: [
    'Dhr. Jansen en mevr. De Vries kwamen. |Ze gingen weer.',
    'Het kostte o.a. 1.083,50 euro, d.w.z. te veel. |Niemand betaalde.',
    'Prof. dr. A. de Boer sprak. |Iedereen zweeg.',
  ],
  lt: [
    'A. Lukašenka atvyko 2020 m. rugpjūčio 9 d. |Jis gimė 1954 m. Kopysyje.',
    '2020 m. rugpjūčio 9 d. vyko rinkimai. |Jie nebuvo laisvi.',
    'Jis gimė 1970 m. Vilniuje. |Mirė Kaune.',
    'Prezidentas G. Nausėda kalbėjo su prof. A. Kazlausku. |Sutarė greitai.',
    'Vilniuje, Gedimino pr. 5, t. y. centre, vyko mitingas. |Žmonių buvo daug.',
    'Buvo duonos, vandens ir t. t. |Visko trūko.',
    'Žuvo apie 3 tūkst. žmonių. |Sužeistų daugiau.',
    'XX a. čia stovėjo malūnas. |Jis sudegė.',
    'Jis sakė: „Ne. Niekada.“ |Ir išėjo.',
  ],
  lv: [
    '2020. gada 9. augustā notika vēlēšanas. |Tās nebija brīvas.',
    'Prezidents E. Rinkēvičs runāja. |Visi klusēja.',
    'Bija maize, ūdens u. c. |Visa trūka.',
  ],
  cs: [
    'Dne 9. srpna 2020 se volilo. |Volby nebyly svobodné.',
    'Prof. J. Novák a tzv. rada jednali, např. o cenách. |Nic z toho.',
    'Žil v 19. století. |Zemřel v Praze.',
    'Byl chléb, voda atd. |Vše chybělo.',
  ],
  sv: ['Han kom bl.a. från Minsk, dvs. österifrån. |Han stannade.', 'Kl. 5 gick t.ex. tåget. |Det var sent.'],
  fi: ['Vaalit pidettiin 9. elokuuta 2020. |Ne eivät olleet vapaat.', 'Hän oli esim. Minskissä. |Sitten hän lähti.'],
  tr: ['Prof. Dr. A. Yılmaz konuştu. |Herkes sustu.', 'Seçim 9 Ağustos’ta yapıldı. |Sonra grev başladı.'],
  el: ['Ο κ. Παπαδόπουλος ήρθε. |Έφυγε αμέσως.', 'Ποιος είναι; |Κανείς δεν ξέρει.'],
  ar: [
    'هل هذا صحيح؟ |نعم، هو صحيح؛ ولكن لا أحد يعرف. |انتهى.',
    'قال: «انتهى الأمر. اذهبوا.» |فذهبوا.',
    'بلغت النسبة 3.5 في المئة. |وارتفعت لاحقا.',
    'قتل د. أحمد في المدينة. |وأصيب آخرون.[1] |وهرب الباقون.',
    'ما السبب؟! |لا أحد يعلم.',
  ],
  fa: ['آیا درست است؟ |بله. |تمام شد.', 'او گفت: «تمام شد. بروید.» |رفتند.'],
  ur: ['یہ سچ ہے۔ |کیا واقعی؟ |ہاں۔'],
  he: [
    'ד"ר כהן הגיע. |פרופ\' לוי עזב. |צה"ל אישר.',
    'דובר צה״ל אישר את הדברים. |ארה״ב שתקה.',
    'הוא נולד בשנת 1990 בת״א. |הוא גר שם.',
    'האם זה נכון? |כן! |בהחלט.',
    'הוא אמר: "זה נגמר. לכו הביתה." |הם הלכו.',
    'המחיר היה 3.5 ש״ח. |איש לא שילם.',
    'א. ב. יהושע כתב. |אנחנו קוראים.',
  ],
  zh: [
    '他说：“走吧。别等了。”|他们走了。',
    '他说：「走吧。别等了。」|他们走了。',
    '价格是3.5元。|没人付钱！|真的吗？|真的……走吧。',
    '“走吧。”他说。|没人动。',
    '他大喊“走吧！”然后跑了。|没人动。',
    '据报道（见下文。很短。）有人死亡。|警方没有回应。',
    '爆炸发生在凌晨。[1]|没有人受伤。[来源请求]|路封了。',
    '第一，停火；第二，撤军。|没有第三。',
    '“走吧。”|他说完就走了。',
  ],
  ja: [
    '彼は「行く。来る。」と言った。|誰も来なかった。',
    '『終わった。』|彼はそう書いた。',
    '価格は3.5円だった。|誰も払わなかった！|本当か？|本当だ…。|終わり。',
    '火災（倉庫。二階。）が起きた。|原因は不明。',
  ],
  ko: [
    '그는 떠났다. |아무도 몰랐다. |왜?',
    '그는 “끝났다. 가자.”라고 말했다. |그들은 갔다.',
    '가격은 3.5달러였다. |비쌌다.',
  ],
  hi: ['यह सही है। |क्या यह सच है? |हाँ!', 'डॉ. सिंह ने कहा: “यह समाप्त हुआ। जाओ।” |वे गए।', 'कीमत 3.5 रुपये थी। |किसी ने नहीं दी।'],
  bn: ['এটি সত্য। |কেন? |কেউ জানে না।'],
  am: ['ሰላም ነው። |ማን መጣ፧ |ማንም አያውቅም።', 'እሱ “አለቀ። ሂዱ።” አለ። |ሄዱ።'],
  hy: ['Նա եկավ։ |Ո՞վ է նա։ |Ոչ ոք չգիտի։', 'Նա ծնվել է 1990 թ. Երևանում։ |Նա գնաց։'],
  my: ['သူ ရောက်လာသည်။ |ဘယ်သူမှ မသိပါ။ |သူ ထွက်သွားသည်။'],
  km: ['គាត់បានមកដល់។ |គ្មាននរណាដឹងទេ។ |គាត់ចេញទៅ។'],
  th: ['ระเบิดเกิดขึ้นตอนเช้า ไม่มีผู้เสียชีวิต ตำรวจปิดถนน', 'เขาชื่อ ดร. สมชาย อยู่กรุงเทพฯ'],
  bo: ['བཀྲ་ཤིས་བདེ་ལེགས། ཁྱེད་རང་སུ་ཡིན།'],
}

const ROWS = Object.entries(TABLE).flatMap(([language, texts]) => texts.map((text) => [language, text] as const))
const segmenters = new Map<string, (text: string) => string[]>()
for (const language of Object.keys(TABLE)) segmenters.set(language, await sentenceSegmenter(language))

describe('sentences, language by language', () => {
  it.each(ROWS)('%s: %s', (language, marked) => {
    expect(segmenters.get(language)?.(marked.replaceAll('|', ''))).toEqual(marked.split('|'))
  })
})

/** Claims that, read alone, are not one sentence: what stood before them decided. None should be needed. */
const ALONE: string[] = []

describe('a claim read alone', () => {
  it.each(ROWS)('%s: %s', (language, marked) => {
    const claims = marked.split('|').filter((claim) => !ALONE.includes(claim))
    for (const claim of claims) expect(segmenters.get(language)?.(claim)).toEqual([claim])
  })
})

describe('whatever the text and the language', () => {
  const unit = fc.constantFrom(
    ...['A', 'b', 'Я', 'ў', 'ń', 'ש', 'ع', '中', 'か', '한', 'ᄒ', 'ᅡ', 'ह', '\u093f', '\u094d', 'ส', 'ក', 'က'],
    ...['. ', '.', '! ', '?', '…', '。', '」', '「', '।', '။', '។', '።', '։', '؟', '،', '“', '”', '"', "'", '«', '»'],
    ...['г. ', 'Dr. ', '9. ', '1.083', '1 083', '3,5', '[1]', '[citation needed]', '(', ')', ' ', '\n', '\u00a0'],
    ...['👩‍👩‍👧', '👍🏽', '🇧🇾', '🇱', '\u0301', '\u200d', '\u200f', '\ufe0f', '\ud83d', '\udc69', '\u0600', '¹'],
  )
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.array(unit, { maxLength: 40 }).map((units) => units.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  )
  const languages = Object.keys(TABLE)
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  it('the claims are the text, each says something, none begins inside a character, and twice is the same', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (whole, language) => {
        const cut = segmenters.get(language)
        const pieces = cut?.(whole) ?? []
        expect(pieces.join('') === whole).toBe(true)
        let at = 0
        for (const piece of pieces.slice(0, -1)) {
          at += piece.length
          expect(piece).toMatch(/[\p{L}\p{N}]/u)
          expect(graphemes.segment(whole).containing(at)?.index).toBe(at)
        }
        if (whole.trim() !== '') expect(pieces.every((piece) => piece.trim() !== '')).toBe(true)
        expect(cut?.(whole)).toEqual(pieces)
      }),
      { numRuns: 3_000 },
    )
  })
})

test('the table is broad enough', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(120)
  expect(Object.keys(TABLE).length).toBeGreaterThanOrEqual(14)
})
