/**
 * How a page takes words back or denies them, by language. All are alternations of a regular expression, in lower case;
 * they are read within one sentence.
 * - `earlier`: before the words: the page speaks of what it said before ("an earlier version said").
 * - `denies`, `that`: a verb that denies, and what joins the denied clause to it ("denied reports that").
 * - `claim`, `isFalse`: a name of the words before them, and behind them what is said of it ("reports that … are false").
 * - `tail`: behind the words, by itself ("…, which was false").
 */
export type WithdrawalWords = {
  earlier: string
  denies: string
  that: string
  claim: string
  isFalse: string
  tail: string
}

const EN_SAID =
  '(?:said|stated|reported|claimed|wrote|gave|read|listed|put|asserted|suggested|quoted|ran|carried|showed)'
const EN_FALSE =
  '(?:false|untrue|not true|not accurate|incorrect|wrong|inaccurate|erroneous|fake|fabricated|unfounded|baseless|a hoax|a fake|a lie|a mistake|an error|in error|mistaken|denied|retracted|withdrawn|debunked|refuted|disproved|disproven)'
const EN_IS = "(?:is|are|was|were|isn't|has been|have been|had been|turned out to be|proved to be|proved|proven)"

const DE_SAID =
  '(?:hieß|stand|stünde|berichtet\\p{L}*|schrieb\\p{L}*|geschrieben|gemeldet|meldet\\p{L}*|angegeben|behauptet)'
const FR_SAID =
  '(?:disait|dit|écrivait|écrit|indiquait|indiqué|affirmait|affirmé|annonçait|annoncé|rapportait|rapporté|mentionnait|publié|faisait état|évoquait)'
const ES_SAID =
  '(?:dijo|decía|dicho|indic\\p{L}*|afirm\\p{L}*|inform\\p{L}*|public\\p{L}*|señal\\p{L}*|escrib\\p{L}*|escrit\\p{L}*|asegur\\p{L}*|mencion\\p{L}*)'
const PL_SAID =
  '(?:poda\\p{L}*|napisa\\p{L}*|pisa\\p{L}*|informowa\\p{L}*|poinformowa\\p{L}*|twierdz\\p{L}*|stwierdz\\p{L}*|brzmia\\p{L}*|widnia\\p{L}*)'
const IT_SAID =
  '(?:diceva|detto|scriveva|scritto|indica\\p{L}*|afferma\\p{L}*|riporta\\p{L}*|riferi\\p{L}*|sosten\\p{L}*)'
const RU_SAID =
  '(?:сообщал\\p{L}*|сообщил\\p{L}*|говорил\\p{L}*|утвержд\\p{L}*|указ\\p{L}*|писал\\p{L}*|написан\\p{L}*|написал\\p{L}*|значил\\p{L}*|стоял\\p{L}*|шла речь|был\\p{L}* опубликован\\p{L}*)'
const UK_SAID =
  '(?:повідомл\\p{L}*|йшлося|ішлося|тверд\\p{L}*|стверд\\p{L}*|вказ\\p{L}*|зазнач\\p{L}*|писал\\p{L}*|написан\\p{L}*|говорил\\p{L}*)'
const BE_SAID =
  '(?:паведамл\\p{L}*|гаварыл\\p{L}*|ішла гаворка|гаворка ішла|сцвярдж\\p{L}*|пазнач\\p{L}*|пісал\\p{L}*|напісан\\p{L}*|указ\\p{L}*)'

export const WITHDRAWAL_WORDS: readonly WithdrawalWords[] = [
  {
    earlier:
      `(?:earlier|previous|prior|original|initial|first|older|former) (?:version|edition|draft|headline)s?|(?:earlier|previous|prior|original|older) (?:story|article|post|wording)` +
      `|(?:this|our) (?:page|article|story|post|site|entry|headline)(?: had)? ${EN_SAID}` +
      `|(?:this|our|the) (?:page|article|story|post|report|piece|text|site|entry|headline|item|note|column)(?: had)? (?:previously|originally|initially|earlier|first|once|incorrectly|wrongly|mistakenly|erroneously) ${EN_SAID}` +
      '|(?:has|have|had) (?:retracted|withdrawn) (?:the following|this|these)|(?:retracted|withdrawn|(?:have|has been|have been|was|were) (?:removed|deleted|taken down|corrected))(?=:|[^:]{0,60}(?: that|:))' +
      `|(?:we|it) (?:had )?(?:previously|originally|initially|earlier|incorrectly|wrongly|mistakenly|erroneously) ${EN_SAID}` +
      `|(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely) ${EN_SAID}|${EN_SAID} (?:incorrectly|wrongly|mistakenly|erroneously|in error)` +
      `|correction.{0,60} ${EN_SAID}|misstated|misreported|(?:used to|no longer) (?:say|says|read|reads|state|states)`,
    denies:
      'den(?:ied|ies|y|ying)|reject(?:ed|s)|dismiss(?:ed|es)|refut(?:ed|es)|debunk(?:ed|s)|retract(?:ed|s)|withdr(?:ew|aws|awn)|took back|not true|untrue|not the case|no evidence|no truth|false|falsely|incorrect|wrong|fake|unfounded|baseless',
    that: 'that',
    claim:
      'reports?|claims?|rumou?rs?|allegations?|statements?|stor(?:y|ies)|suggestions?|assertions?|posts?|news|idea|notion|figure|number|words|that',
    isFalse: `${EN_IS} (?:\\S+ ){0,3}?${EN_FALSE}`,
    tail: `(?:verdict|rating|our rating|fact[- ]check|conclusion)\\s*:\\s*(?:mostly |entirely )?${EN_FALSE}|(?:(?:update|correction|editor['’]s note|note)\\s*[:.–—-]\\s*)?(?:this|the) (?:report|article|story|claim|statement|post) (?:\\S+ ){0,2}?(?:retracted|withdrawn|debunked)|should (?:have )?(?:read|said|say|been|be)(?! (?:done|ready))|(?:which|but (?:this|that|it)|though (?:this|that|it)|this|that) (?:\\S+ ){0,3}?${EN_IS} (?:\\S+ ){0,2}?${EN_FALSE}|which (?:\\S+ ){0,3}(?:retracted|withdrew|withdrawn|corrected|debunked)|an? (?:claim|report|statement|figure)[^,]{0,40} (?:retracted|withdrawn|debunked|denied|false|wrong|refuted)`,
  },
  {
    earlier: `(?:früher|vorherig|vorig|ursprünglich|älter)\\p{L}* (?:version|fassung|ausgabe|artikel)\\p{L}*|(?:irrtümlich|fälschlich|versehentlich)\\p{L}*.{0,60} ${DE_SAID}|${DE_SAID}.{0,60}(?:irrtümlich|fälschlich|versehentlich)\\p{L}*|(?:korrektur|berichtigung|richtigstellung).{0,80} ${DE_SAID}|(?:zuvor|zunächst|ursprünglich|vorher) (?:hieß|stand)|(?:hieß es|stand)(?: \\S+){0,3} (?:zuvor|zunächst|ursprünglich|vorher)`,
    denies:
      'bestreit\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|leugn\\p{L}*|widerrief\\p{L}*|widerspr\\p{L}*|nicht wahr|nicht richtig|unwahr|falsch|keine belege|stimmt nicht',
    that: 'dass|daß|wonach',
    claim:
      'bericht\\p{L}*|meldung\\p{L}*|behauptung\\p{L}*|gerücht\\p{L}*|aussage\\p{L}*|angabe\\p{L}*|nachricht\\p{L}*|dass',
    isFalse:
      '(?:ist|sind|war|waren|sei|seien|wurde\\p{L}*|hat sich|haben sich|stimm\\p{L}*) (?:\\S+ ){0,3}?(?:falsch|unwahr|unzutreffend|nicht wahr|nicht richtig|nicht korrekt|erfunden|dementiert|widerlegt|zurückgezogen|haltlos|unbegründet|nicht|eine lüge|ein irrtum)',
    tail: '(?:was|das|dies) (?:\\S+ ){0,3}?(?:falsch|unwahr|nicht stimmt|nicht zutrifft|dementiert|widerlegt|ein irrtum) ?(?:ist|war|wurde)?',
  },
  {
    earlier: `version (?:antérieure|précédente|initiale|originale|antérieur)|(?:précédemment|initialement|auparavant|par erreur|à tort|erronément|faussement).{0,40} ${FR_SAID}|${FR_SAID}.{0,40} (?:par erreur|à tort|erronément|initialement|précédemment)|(?:rectificati\\p{L}*|correction|erratum).{0,80} ${FR_SAID}`,
    denies:
      'nie|nient|nié|niait|démen\\p{L}*|contest\\p{L}*|réfut\\p{L}*|rejet\\p{L}*|faux|inexact|pas vrai|aucune preuve|rétract\\p{L}*',
    that: "que|qu['’]\\s?\\p{L}*|selon lesquel\\p{L}*|selon laquelle",
    claim: 'informations?|rumeurs?|affirmations?|allégations?|déclarations?|articles?|nouvelles?|propos|chiffre|que',
    isFalse:
      "(?:est|sont|était|étaient|s['’]est avéré\\p{L}*|se sont (?:avéré|révélé)\\p{L}*|a été|ont été) (?:\\S+ ){0,3}?(?:faux|fausses?|inexact\\p{L}*|erroné\\p{L}*|mensong\\p{L}*|démenti\\p{L}*|infondé\\p{L}*|pas vrai\\p{L}*|réfuté\\p{L}*|inventé\\p{L}*)",
    tail: "(?:ce qui|cela|mais c['’]|ce) (?:\\S+ ){0,2}?(?:est|était|s['’]est avéré) (?:\\S+ ){0,2}?(?:faux|inexact|erroné|démenti)",
  },
  {
    earlier: `versi[óo]n (?:anterior|previa|original|inicial)|(?:anteriormente|inicialmente|originalmente|por error|err[óo]neamente|incorrectamente|equivocadamente).{0,40} ${ES_SAID}|${ES_SAID}.{0,40} (?:por error|err[óo]neamente|incorrectamente|equivocadamente)|(?:correcci[óo]n|rectificaci[óo]n|fe de erratas).{0,80} ${ES_SAID}`,
    denies:
      'neg[óo]|niegan?|negaron|desm(?:ie|i)nt\\p{L}*|rechaz\\p{L}*|refut\\p{L}*|falso|no es cierto|no es verdad|incorrecto|mentira|no hay pruebas|retract\\p{L}*',
    that: 'que|de que',
    claim:
      'informes?|informaci\\p{L}*|rumor\\p{L}*|afirmaci\\p{L}*|noticias?|reportes?|versi\\p{L}*|declaraci\\p{L}*|cifra|que',
    isFalse:
      '(?:es|son|era|eran|fue|fueron|resultó|resultaron|ha sido|han sido) (?:\\S+ ){0,3}?(?:fals[oa]s?|inciert[oa]s?|incorrect[oa]s?|erróne[oa]s?|desmentid[oa]s?|infundad[oa]s?|mentira|retractad[oa]s?)',
    tail: '(?:lo que|lo cual|eso|esto|pero) (?:\\S+ ){0,3}?(?:es|era|fue|resultó) (?:\\S+ ){0,2}?(?:falso|incorrecto|erróneo|mentira|desmentido)',
  },
  {
    earlier: `(?:wcześniejsz|poprzedni|pierwotn|starsz)\\p{L}* (?:wersj|wydani|artyku|tekś|tekst|redakcj)\\p{L}*|(?:pierwotnie|błędnie|omyłkowo|mylnie|niesłusznie).{0,40} ${PL_SAID}|${PL_SAID}.{0,40} (?:błędnie|omyłkowo|mylnie|pierwotnie)|(?:sprostowani|korekt|errat)\\p{L}*.{0,80} ${PL_SAID}`,
    denies:
      'zaprzecz\\p{L}*|zdementowa\\p{L}*|dementuj\\p{L}*|odrzuc\\p{L}*|nieprawd\\p{L}*|nie jest prawdą|fałsz\\p{L}*|kłamstw\\p{L}*|wycofa\\p{L}*',
    that: 'że|iż|jakoby|o tym',
    claim:
      'doniesieni\\p{L}*|informacj\\p{L}*|pogłosk\\p{L}*|plotk\\p{L}*|twierdzeni\\p{L}*|wiadomoś\\p{L}*|raport\\p{L}*|stwierdzeni\\p{L}*',
    isFalse:
      '(?:są|jest|był\\p{L}*|okaza\\p{L}*|zosta\\p{L}*) (?:\\S+ ){0,3}?(?:nieprawd\\p{L}*|fałsz\\p{L}*|błędn\\p{L}*|zmyślon\\p{L}*|kłamstw\\p{L}*|zdementowan\\p{L}*|wycofan\\p{L}*|niezgodn\\p{L}*)',
    tail: '(?:co|to|ale to) (?:\\S+ ){0,3}?(?:nieprawd\\p{L}*|fałsz\\p{L}*|kłamstw\\p{L}*|zdementowan\\p{L}*)',
  },
  {
    earlier: `(?:ранн|предыдущ|прежн|первоначальн|стар)\\p{L}* (?:верси|редакци|вариант|публикаци)\\p{L}*|(?:ошибочно|неверно|по ошибке|ошибкой).{0,40} ${RU_SAID}|${RU_SAID}.{0,40} (?:ошибочно|неверно|по ошибке)|(?:исправлени|поправк|уточнени|опровержени)\\p{L}*.{0,80} ${RU_SAID}|ранее (?:в|на) (?:\\S+ ){1,4}${RU_SAID}|мы (?:ранее )?(?:ошибочно|неверно)`,
    denies:
      'опроверг\\p{L}*|отрица\\p{L}*|отверг\\p{L}*|неправд\\p{L}*|неверно|не соответствует действительности|ложь|ложн\\p{L}*|фейк\\p{L}*|нет доказательств|отозва\\p{L}*',
    that: 'что|будто|якобы|о том',
    claim:
      'сообщени\\p{L}*|информаци\\p{L}*|слух\\p{L}*|утверждени\\p{L}*|заявлени\\p{L}*|новост\\p{L}*|данные|сведени\\p{L}*',
    isFalse:
      'не соответству\\p{L}* действительности|не подтверд\\p{L}*|ложн\\p{L}*|ложь|ложью|фейк\\p{L}*|недостоверн\\p{L}*|неверн\\p{L}*|опровергнут\\p{L}*|неправд\\p{L}*|выдум\\p{L}*|ошибочн\\p{L}*',
    tail: '(?:(?:эта|данная|такая) (?:информация|новость)|(?:эти|такие|данные) (?:сведения|сообщения|данные)) (?:\\S+ ){0,3}?не подтверд\\p{L}*|(?:что|это|но это|эта информация|эти сведения) (?:\\S+ ){0,3}?(?:не соответству\\p{L}* действительности|ложь|ложью|неправд\\p{L}*|неверно|опровергнут\\p{L}*|фейк\\p{L}*|ошибк\\p{L}*)',
  },
  {
    earlier: `(?:попередн|ранн|раніш|первісн|початков)\\p{L}* (?:верс|редакц|варіант|публікац)\\p{L}*|(?:помилково|хибно|невірно).{0,40} ${UK_SAID}|${UK_SAID}.{0,40} (?:помилково|хибно|невірно)|(?:виправлен|уточнен|спростуван|поправк)\\p{L}*.{0,80} ${UK_SAID}|раніше (?:в|у|на) (?:\\S+ ){1,4}${UK_SAID}`,
    denies:
      'спросту\\p{L}*|запереч\\p{L}*|відкин\\p{L}*|неправд\\p{L}*|не відповідає дійсності|брехн\\p{L}*|фейк\\p{L}*|немає доказів|відклика\\p{L}*',
    that: 'що|нібито|буцімто|про те',
    claim:
      'повідомлен\\p{L}*|інформаці\\p{L}*|чутк\\p{L}*|тверджен\\p{L}*|заяв\\p{L}*|новин\\p{L}*|дані|відомост\\p{L}*',
    isFalse:
      'не відповіда\\p{L}* дійсності|не підтверд\\p{L}*|неправдив\\p{L}*|хибн\\p{L}*|фейк\\p{L}*|брехн\\p{L}*|брехлив\\p{L}*|спростован\\p{L}*|недостовірн\\p{L}*|неправд\\p{L}*|помилков\\p{L}*|вигад\\p{L}*',
    tail: '(?:(?:ця|така) (?:інформація|новина)|(?:ці|такі) (?:відомості|повідомлення|дані)) (?:\\S+ ){0,3}?не підтверд\\p{L}*|(?:що|це|але це|ця інформація|ці відомості) (?:\\S+ ){0,3}?(?:не відповіда\\p{L}* дійсності|неправд\\p{L}*|брехн\\p{L}*|фейк\\p{L}*|спростован\\p{L}*|помилк\\p{L}*)',
  },
  {
    earlier: `(?:папярэдн|ранейш|першапачатков)\\p{L}* (?:верс|рэдакц|варыян|публікац)\\p{L}*|(?:памылкова|няправільна).{0,40} ${BE_SAID}|${BE_SAID}.{0,40} (?:памылкова|няправільна)|(?:выпраўленн|удакладненн|абвяржэнн|папраўк)\\p{L}*.{0,80} ${BE_SAID}|раней (?:у|ў|на) (?:\\S+ ){1,4}${BE_SAID}`,
    denies:
      'абверг\\p{L}*|абвяргае\\p{L}*|адмаўля\\p{L}*|запярэч\\p{L}*|няпраўд\\p{L}*|не адпавядае рэчаіснасці|хлусн\\p{L}*|фэйк\\p{L}*|фейк\\p{L}*|няма доказаў',
    that: 'што|нібыта|быццам|пра тое',
    claim:
      'паведамленн\\p{L}*|інфармацы\\p{L}*|чутк\\p{L}*|сцвярджэнн\\p{L}*|заяв\\p{L}*|навін\\p{L}*|звестк\\p{L}*|дадзен\\p{L}*',
    isFalse:
      'не адпавяда\\p{L}* рэчаіснасці|не пацвердз\\p{L}*|ілжыв\\p{L}*|фэйк\\p{L}*|фейк\\p{L}*|абвергнут\\p{L}*|няпраўд\\p{L}*|хлусн\\p{L}*|памылков\\p{L}*|недакладн\\p{L}*',
    tail: '(?:(?:гэтая|такая) (?:інфармацыя|навіна)|(?:гэтыя|такія) (?:звесткі|паведамленні|дадзеныя)) (?:\\S+ ){0,3}?не пацвердз\\p{L}*|(?:што|гэта|але гэта|гэтая інфармацыя|гэтыя звесткі) (?:\\S+ ){0,3}?(?:не адпавяда\\p{L}* рэчаіснасці|няпраўд\\p{L}*|хлусн\\p{L}*|фэйк\\p{L}*|абвергнут\\p{L}*|памылк\\p{L}*)',
  },
  {
    earlier: `versione (?:precedente|originale|iniziale)|(?:in precedenza|inizialmente|originariamente|erroneamente|per errore|per sbaglio).{0,40} ${IT_SAID}|${IT_SAID}.{0,40} (?:erroneamente|per errore|per sbaglio)|(?:correzione|rettifica|errata).{0,80} ${IT_SAID}`,
    denies:
      'ha negato|hanno negato|neg(?:a|ano|ò)|smenti\\p{L}*|respin\\p{L}*|ritratt\\p{L}*|falso|non è vero|nessuna prova|bufala',
    that: 'che',
    claim: 'notizi\\p{L}*|voc[ei]|informazion\\p{L}*|affermazion\\p{L}*|dichiarazion\\p{L}*|articol\\p{L}*|cifra|che',
    isFalse:
      '(?:è|sono|era|erano|è stat\\p{L}|sono stat\\p{L}|si è rivelat\\p{L}) (?:\\S+ ){0,3}?(?:fals[aoei]|inesatt[aoei]|errat[aoei]|smentit[aoei]|infondat[aoei]|una bufala)',
    tail: '(?:il che|ciò|questo|ma) (?:\\S+ ){0,3}?(?:è|era|si è rivelato) (?:\\S+ ){0,2}?(?:falso|errato|inesatto|smentito)',
  },
]
