/**
 * The words that {@link file://./human-toll.ts} goes by: stems, so that inflected forms are met; Belarusian in both
 * alphabets, Russian, Ukrainian and Polish beside English.
 */

const LABEL =
  /^(?:(?:total |civilian |military |reported )*(?:fatalit(?:y|ies)|deaths?|dead|killed|casualt(?:y|ies)|injur(?:y|ies|ed)|wounded|arrests?|arrested|detain(?:ed|ees|ments?)|detentions?|imprisoned|prisoners|pows?|captured|missing|losses|victims|death toll|executed|disappeared|загіну\p{L}*|забіт\p{L}*|ахвяр\p{L}*|паранен\p{L}*|арышт\p{L}*|затрыман\p{L}*|погибш\p{L}*|убит\p{L}*|жертв\p{L}*|потери|ранен\p{L}*|арест\p{L}*|задержан\p{L}*|загибл\p{L}*|вбит\p{L}*|поранен\p{L}*|заарештован\p{L}*|затриман\p{L}*|ofiary|zabici|ranni|aresztowan\p{L}*|zatrzyman\p{L}*|zahinul\p{L}*|zabityja|paranienyja|zatrymanyja))\s?\d*$/iu

/** Whether an infobox field of this name states a toll ("Fatalities", "casualties1", "Arrests"). */
export function isTollLabel(label: string): boolean {
  return LABEL.test(label.trim().replace(/[_-]/gu, ' '))
}

const TOLL = [
  /^(?:kill(?:s|ed|ing|ings)?|dead|died?|dies|dying|deaths?|fatal(?:ity|ities|ly)?|lethal|casualt(?:y|ies)|murder(?:s|ed|ing)?|execut(?:ed|ions?|ing)|slain|perished|drowned|lynched|massacred?|victims?)$/iu,
  /^(?:injur(?:ed|y|ies|ing|es?)|wound(?:ed|s|ing)?|maimed|hospitali[sz]ed|mutilated|shot|tortured|beaten)$/iu,
  /^(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ee|ees|ing|ments?)?|detentions?|prison(?:er|ers)|imprison(?:ed|ing|ment|ments)?|jail(?:s|ed|ing)?|incarcerated|sentenced|convicted|captured|captives?|hostages?|abducted|kidnapped|pows?|disappeared|missing|behind|custody)$/iu,
  // Belarusian, Russian, Ukrainian (Cyrillic)
  /^(?:за?гін|загину|загибл|гіне|гину|погиб|пагіб|заб[іи]|убит|убил|убий|забіт|вбит|вбил|памер|умер|помер|мёртв|мертв|мёртв|ахвяр|жертв|смерц|смерт|сьмерц|пакаран\p{L}* смерц|казн)\p{L}*$/iu,
  /^(?:паране|ранен|ранил|поранен|пострадав|пастрада|пацярпел|траўм|травм|скалеч|искалеч|збіт|избит)\p{L}*$/iu,
  /^(?:арышт|арест|арешт|заарешт|затрым|затрим|задерж|зняволен|заключ|заключён|вязн|вʼязн|в['’ʼ]язн|палітвязн|политзаключ|политз|асуджан|асудзі|осужд|осуди|засудж|прыгавор|приговор|палонн|пленн|полонен|узят|похищен|выкрадзен|зніклі|пропавш)\p{L}*$/iu,
  // Łacinka and Polish
  /^(?:zahinu|zabi[tćlł]|zabój|pamior|pamierl|achviar|śmierć|śmierci|śmiarot|zgin[ęąa]|zmar[lł]|ofiar|poleg[lł]|martw|zamordow|stracon)\p{L}*$/iu,
  /^(?:paranien|rann|ranien|raniono|rany|poszkodowan|paciarpie)\p{L}*$/iu,
  /^(?:aryšt|zatrym|zniavol|viaźni|palitviaź|asudž|asudzi|prysud|aresztow|zatrzyma|uwięzi|więźni|skazan|skazano|pojman|jeńc|porwan)\p{L}*$/iu,
]

/** Whether a word says that people were killed, injured or detained. */
export function isTollWord(word: string): boolean {
  return TOLL.some((stem) => stem.test(word))
}

/** A count of none before the word it denies ("no casualties", "no one was injured"). */
export const TOLL_NONE = /^(?:no|none|nobody|zero|ніхто|никто|ніводн\p{L}*|nichto|nikt|żaden|żadna)$/iu

const PERSON =
  /^(?:people|persons?|men|man|women|woman|children|child|boys?|girls?|civilians?|soldiers?|officers?|policem[ae]n|partisans?|protest[eo]rs?|demonstrators?|activists?|journalists?|members?|citizens?|belarusians?|ukrainians?|russians?|poles?|lithuanians?|workers?|employees|students?|saboteurs?|rebels?|fighters?|insurgents?|militants?|troops|suspects?|residents?|others?|lives|\p{L}+(?:men|women))$|^(?:чалавек|людз|людей|люд|асоб|жыхар|партызан|салдат|вайскоў|сілав|цывіл|журналіст|беларус|украін|грамадзян|дзяц|мужчын|жанчын|человек|лиц|жител|солдат|военн|граждан|партизан|дет|мужчин|женщин|осіб|людин|громадян|військов|čałaviek|čalaviek|ludzi|ludziej|asob|partyzan|osób|osoby|człowiek|żołnierz|cywil|dziennikarz|partyzant)\p{L}*$/iu

/** Whether a word names people. */
export function isPersonNoun(word: string): boolean {
  return PERSON.test(word)
}

const THING =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|percent|per|degrees?|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|rubles?|roubles?|dollars?|euros?|explosions?|blasts?|drones?|tanks?|planes?|aircraft|helicopters?|vehicles?|cars?|trains?|regions?|cit(?:y|ies)|towns?|villages?|countr(?:y|ies)|buildings?|bases?|attacks?|strikes?|incidents?|rounds?|shots?|bullets?|missiles?|rockets?|bombs?|counts|charges|articles?|cases?|sources?|reports?|videos?|photos?|documents?|websites?|servers?|dogs?|horses?|cows?|animals?|occasions?|places?|locations?|boxes|lines|branches|elections?|year-old|-old)$|^(?:год|гад|лет|рок|месяц|месяца|дзён|дзень|дня|дней|дні|тыдн|недел|гадзін|час|раз|процант|процент|рубл|даляр|доллар|км|выбух|взрыв|вибух|атак|дрон|танк|самалёт|самолёт|самолет|рэгіён|регион|горад|город|lat|lata|roku|hadoŭ|hod|hady|miesiac|dzion|miesięcy|dni|godzin|razy|procent)\p{L}{0,3}$/iu

/** Whether a word names what is not people: time, money, distance, objects, events. */
export function isThing(word: string): boolean {
  return THING.test(word)
}
