import { expect, test } from 'vitest'
import { type Row, situation, told } from '../testing/situation.ts'
import { reconcile } from './reconcile.ts'

/** The same trade in other languages: endings change, words are not always parted by spaces, names are respelt. */
const EDITS: Record<string, Row[]> = {
  'be: канчаткі мяняюцца разам з парадкам слоў': [
    ['=', 'Атака адбылася ўначы.'],
    [
      '~',
      'Партызаны пашкодзілі расійскі самалёт на аэрадроме ў Мачулішчах.',
      'На аэрадроме Мачулішчы партызанамі быў пашкоджаны самалёт расійскай арміі.',
    ],
    ['=', 'Улады два дні маўчалі.'],
  ],
  'be: правапіс перакладзены на тарашкевіцу': [
    ['~', 'Снег ішоў увесь дзень, і цягнікі спазняліся.', 'Сьнег ішоў увесь дзень, і цягнікі спазьняліся.'],
    [
      '~',
      'Сілавікі затрымалі траіх чыгуначнікаў у Светлагорску.',
      'Сілавікі затрымалі трох чыгуначнікаў у Сьветлагорску.',
    ],
  ],
  'be: новы сказ паміж двума старымі': [
    ['=', 'Суд пачаўся 14 лютага.'],
    ['*', 'Сведкаў дапытвалі за зачыненымі дзвярыма.'],
    ['~', 'Абвінавачаным прысудзілі ад 21 да 23 гадоў калоніі.', 'Абвінавачаныя атрымалі ад 21 да 23 гадоў калоніі.'],
  ],
  'be: іншая заява на тым самым месцы': [
    ['=', 'Полк складаецца з двух батальёнаў.'],
    ['-', 'Яго штаб месціцца ў невядомым месцы.'],
    ['*', 'У 2023 годзе да яго далучыліся дзясяткі добраахвотнікаў з Польшчы.'],
    ['=', 'Камандзір — Дзяніс Прохараў.'],
  ],
  'ru: уточнение и разделение': [
    [
      '~',
      'В результате взрыва на заводе погибли три человека.',
      'В результате взрыва на пороховом заводе погибли четыре человека, ещё двое пропали без вести.',
    ],
    [
      '/',
      'Губернатор ввёл режим чрезвычайной ситуации, а школы перевели на дистанционное обучение.',
      'Губернатор ввёл режим чрезвычайной ситуации.',
      'Школы перевели на дистанционное обучение.',
    ],
    ['=', 'Причину устанавливает комиссия.'],
  ],
  'ru: заменённое утверждение': [
    ['=', 'Мост построен в 1932 году.'],
    ['-', 'С него открывается красивый вид на реку.'],
    ['*', 'Ночью 4 марта под его опорой сработало взрывное устройство.'],
    ['=', 'Движение закрыто.'],
  ],
  'ru: отрицание': [
    ['=', 'Следователи приехали утром.'],
    ['~', 'Обвиняемый признал вину.', 'Обвиняемый не признал вину.'],
  ],
  'pl: odmiana i szyk': [
    [
      '~',
      'Białoruscy kolejarze przekazywali zdjęcia transportów wojskowych.',
      'Zdjęcia wojskowych transportów przekazywane były przez kolejarzy z Białorusi.',
    ],
    ['=', 'Za zdjęcie groziło dziesięć lat.'],
    [
      '+',
      'Sąd w Homlu skazał go na 13 lat.',
      'Wyrok uprawomocnił się w maju.',
      'Sąd w Homlu skazał go na 13 lat, a wyrok uprawomocnił się w maju.',
    ],
  ],
  'uk: оновлення зведення': [
    ['~', 'Сили ППО збили 14 із 20 дронів.', 'Сили протиповітряної оборони збили 17 із 20 безпілотників.'],
    ['=', 'Уламки впали на дитячий садок.'],
    ['-', 'Подробиці уточнюються.'],
    ['*', 'Пошкоджено дах і сорок вікон.'],
  ],
  'de: Passiv und Komposita': [
    [
      '~',
      'Die Polizei durchsuchte am Freitag die Räume der Eisenbahnergewerkschaft.',
      'Am Freitag wurden die Räume der Gewerkschaft der Eisenbahner von der Polizei durchsucht.',
    ],
    ['=', 'Dabei fielen keine Schüsse.'],
    [
      '/',
      'Der Vorsitzende floh nach Litauen und gründete dort einen Verein.',
      'Der Vorsitzende floh nach Litauen.',
      'Dort gründete er einen Verein.',
    ],
  ],
  'fr: chiffre corrigé, phrase ajoutée': [
    ['~', 'L’explosion a fait 3 morts et 12 blessés.', 'L’explosion a fait 5 morts et 14 blessés, selon le ministère.'],
    ['*', 'Une enquête a été ouverte.'],
    ['=', 'Le dépôt appartenait à l’armée.'],
  ],
  'es: frase trasladada': [
    ['<', 'Nadie resultó herido.'],
    ['=', 'Un dron cayó sobre el tejado de la comisaría de Brest durante la madrugada.'],
    ['=', 'La policía acordonó la calle y evacuó a los vecinos.'],
    ['>', 'Nadie resultó herido.'],
  ],
  'zh: 改写数字、拆分句子': [
    ['~', '据报道，爆炸造成至少12人死亡。', '据官方通报，爆炸造成至少15人死亡，另有30人受伤。'],
    ['/', '消防员赶到现场，并在两小时后扑灭了大火。', '消防员赶到现场。', '大火在两小时后被扑灭。'],
    ['=', '事故原因正在调查。'],
  ],
  'zh: 替换一句': [
    ['=', '该大桥于1908年建成。'],
    ['-', '桥上的风景很美。'],
    ['*', '2022年6月，一枚炸弹炸毁了第二个桥墩。'],
    ['=', '目前禁止卡车通行。'],
  ],
  'ja: 数字の更新': [
    ['~', '爆発で3人が死亡した。', '爆発で5人が死亡し、20人が負傷した。'],
    ['=', '工場は閉鎖された。'],
  ],
  'ar: تحديث الأرقام': [
    ['~', 'أسفر الهجوم عن مقتل 3 جنود وإصابة 11 آخرين.', 'أسفر الهجوم عن مقتل 4 جنود وإصابة 12 آخرين بحسب الوزارة.'],
    ['=', 'ولم تعلن أي جهة مسؤوليتها.'],
    ['-', 'الطقس كان ممطرا.'],
  ],
  'he: משפט נוסף': [
    ['=', 'הפיצוץ אירע בלילה.'],
    ['*', 'איש לא נפגע.'],
    ['~', 'המשטרה עצרה שני חשודים.', 'המשטרה עצרה שלושה חשודים באזור.'],
  ],
  'hi: संख्या बदली': [
    ['~', 'हमले में 3 लोग मारे गए।', 'हमले में 5 लोग मारे गए।'],
    ['=', 'पुलिस जाँच कर रही है।'],
  ],
  'tr: ekler ve sıra': [
    ['~', 'Patlamada üç asker öldü.', 'Patlamada beş asker hayatını kaybetti.'],
    ['=', 'Bölge kapatıldı.'],
  ],
  'lt: galūnės': [
    ['~', 'Partizanai sudegino relinę spintą prie Oršos.', 'Relinė spinta prie Oršos buvo sudeginta partizanų.'],
    ['=', 'Traukiniai stovėjo šešias valandas.'],
  ],
  'be: увесь тэкст лацінкай': [
    ['~', 'Цягнікі стаялі шэсць гадзін.', 'Ciahniki stajali šeść hadzin.'],
    ['~', 'Рэлейную шафу спалілі каля Оршы.', 'Relejnuju šafu spalili kala Oršy.'],
    ['-', 'Было холадна.'],
    ['~', 'Затрымалі траіх чыгуначнікаў.', 'Zatrymali traich čyhunačnikaŭ.'],
  ],
  'be: łacinka ŭ toj samaj miescy': [
    ['=', 'Полк створаны ў сакавіку.'],
    ['~', 'У ім служаць 400 байцоў з 12 краін.', 'U im słužać 400 bajcoŭ z 12 krain.'],
    ['=', 'Яго камандзір загінуў у траўні.'],
  ],
}

test.each(Object.entries(EDITS))('%s', (_, rows) => {
  const { before, after, expected } = situation(rows)
  expect(told(reconcile(before, after), before, after)).toEqual(expected)
})
