/**
 * Words that hold a sentence together and say little of what it is about: articles, prepositions, conjunctions,
 * pronouns, auxiliaries. Those two sentences share show little, and which of them a text has tells its language.
 * Only the commonest, and none that is a content word of its neighbours ("war", "son"); elsewhere the length of a word
 * and how often the text has it must do (Luhn, "The automatic creation of literature abstracts", 1958).
 * By BCP 47 tag.
 */
export const FUNCTION_WORDS = {
  en: 'a an the and or but nor so if then than that this these those there here of in on at by to from for with without within into onto upon over under between among through during before after since until about against as is are was were be been being am has have had having do does did will would shall should can could may might must not no it its he him his she her hers they them their we us our you your i me my who whom whose which what when where while why how all any each both some such only also too very more other another',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber sondern denn weil dass ob wenn als wie in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter zwischen durch für gegen ohne um bis seit während ist sind waren sei wird wurde wurden werden worden hat haben hatte hatten sich nicht kein keine er sie es ihr ihre ihren ihrem sein seine seinen seiner wir ich dieser diese dieses auch noch nur so sehr mehr',
  fr: 'le la les l un une des du de d au aux et ou mais donc car ni que qu qui quoi dont où si en dans par pour sur sous avec sans entre vers chez depuis pendant est sont était étaient été être a ont avait avaient avoir fut furent il elle ils elles on nous vous je se s sa ses leur leurs ce cet cette ces c ne n pas plus y aussi très',
  es: 'el los las lo una unos unas del al y e o u pero sino que como por para con sin sobre entre desde hasta es eran fue fueron ser ha han había se su sus no muy más',
  it: 'il lo gli i uno di da del della dei delle dal dalla nel nella sul sulla che chi con per tra fra è sono erano stato stata ha hanno aveva non si suo sua loro ed',
  pt: 'os um uma do da dos das no na nos nas em com foi foram são não ao à pelo pela que se e o a de por para mais como',
  pl: 'i a oraz lub albo ale lecz że żeby aby by gdy kiedy jak niż w we z ze na do od po przy pod nad przed za o u dla bez przez między jest są był była było byli były będzie został została zostało zostali zostały się nie on ona ono oni one jego jej ich ta to te ci tym tego tej który która które którzy którego której także też już tylko',
  ru: 'и а но или что чтобы как когда если то в во с со на к ко от до по при под над перед за о об у для без через между из изо не ни он она оно они его её ее их им был была было были быть есть этот эта это эти этом того тот та те который которая которое которые которых которого также тоже уже только же бы ли',
  be: 'і й а але або што каб як калі то у ў ва з са на да ад па пры пад над перад за аб пра для без праз між паміж не ні ён яна яно яны яго яе іх ім быў была было былі ёсць гэты гэта гэтая гэтыя той тая тое тыя які якая якое якія якіх якога таксама ўжо толькі ж бы ці ды',
  uk: 'і й та а але або що щоб як коли якщо то у в з із зі на до від по при під над перед за про для без через між не ні він вона воно вони його її їх їм був була було були є цей ця це ці той те ті який яка яке які яких якого також вже тільки ж би чи',
  lt: 'ir bet ar kad kaip kai iš į su be po prie už apie nuo iki yra buvo jis ji jie jos jo jų šis ši tai',
  lv: 'un bet vai ka kā kad no ar uz par pie pēc līdz ir bija viņš viņa viņi tas tā',
  cs: 'a i ale nebo že aby jak když v ve s se z ze na do od po při pod nad před za o u pro bez je jsou byl byla bylo byli si jeho její jejich který která které',
  'be-Latn':
    'i j a ale abo što kab jak kali u ŭ va z sa na da ad pa pry pad nad pierad za ab pra dla bez praz miž pamiž nie ni jon jana jano jany jaho jaje ich byŭ była było byli hety heta toj taja jaki jakaja jakija taksama ŭžo tolki',
  ar: 'و في من على إلى عن مع أن إن ما لا لم لن هو هي هم كان كانت قد التي الذي هذا هذه ذلك بعد قبل بين كما أو ثم',
  zh: '的 了 在 是 和 与 及 或 也 都 就 而 但 被 把 从 到 对 为 以 于 向 由 有 这 那 其 他 她 它 们 他们 并',
  ja: 'の は が を に で と も へ や から まで より た て し する した い ます です',
} as const satisfies Record<string, string>
