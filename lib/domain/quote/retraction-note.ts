/** What editors write about an earlier version of a text, by language. The note quotes what it withdraws. */
const NOTES = [
  // "Correction: …", "Editor’s note: …"
  /^\W{0,4}(?:corrections?|clarifications?|retraction|erratum|corrigendum|editor[’']?s[’']? note|berichtigung|korrektur|richtigstellung|anm(?:erkung)? d(?:er)?\.? red(?:aktion)?|correction|rectificati(?:f|on)|erratum|précision|corrección|rectificación|fe de erratas|nota de la redacción|correzione|rettifica|errata corrige|correção|errata|correctie|rectificatie|sprostowanie|korekta|poprawka|oprava|исправление|поправка|уточнение|опровержение|виправлення|уточнення|спростування|выпраўленне|папраўка|удакладненне|vypraŭleńnie|papraŭka|pataisymas|patikslinimas|rättelse|rettelse)(?:\s+\([^)]{1,40}\))?\s*(?:[:.—–-]|,\s\d|\s\d{1,2}\b)/iu,
  // "An earlier version of this article said …"
  /\b(?:earlier|previous|prior|original|first) versions? of (?:this|the|our) (?:article|story|post|page|report|piece|text|entry|headline)\b/iu,
  /\bthis (?:article|story|post|page|report|piece|headline|entry) (?:(?:originally|previously|earlier|initially|first|incorrectly|wrongly|mistakenly|erroneously) |had |has )?(?:said|stated|reported|claimed|wrote|gave|misstated|misidentified|misspelled|misquoted|been (?:corrected|amended|updated)|was (?:corrected|amended))\b/iu,
  /\bwe (?:(?:originally|previously|earlier|incorrectly|wrongly|mistakenly|erroneously) )(?:said|stated|reported|wrote)\b/iu,
  /\bin einer (?:früheren|vorherigen|ersten|ursprünglichen) (?:version|fassung)\b|\b(?:frühere|ursprüngliche|erste) (?:version|fassung) dieses (?:artikels|textes|beitrags)\b/iu,
  /\b(?:version|rédaction) (?:précédente|antérieure|initiale) de (?:cet|notre|l[’'])\s?(?:article|texte)\b|\bdans une (?:première|précédente) version\b/iu,
  /\bversión (?:anterior|previa|inicial|original) de (?:este|esta|la|el) (?:artículo|nota|noticia|texto|información)\b/iu,
  /\bversione (?:precedente|originale|iniziale) di (?:questo|quest[’']) ?(?:articolo|testo|pezzo)\b/iu,
  /\bversão (?:anterior|original|inicial) (?:deste|desta|do) (?:artigo|texto|notícia)\b/iu,
  /\b(?:eerdere|vorige|oorspronkelijke) versie van dit (?:artikel|bericht|stuk)\b/iu,
  /(?:wcześniejszej|poprzedniej|pierwotnej|pierwszej) wersji (?:tego |niniejszego )?(?:artykułu|tekstu|materiału)/iu,
  /(?:předchozí|dřívější|původní) verz[ei] (?:tohoto )?(?:článku|textu)/iu,
  /(?:предыдущей|прежней|ранней|первоначальной|первой) версии (?:этой |этого |данной |настоящей )?(?:статьи|текста|материала|новости|заметки)/iu,
  /(?:попередній|ранішій|первісній|першій) версії (?:цієї |цього )?(?:статті|тексту|матеріалу|новини)/iu,
  /(?:папярэдняй|ранейшай|першай|першапачатковай) версіі (?:гэтага |гэтай )?(?:артыкула|тэксту|матэрыялу|навіны)/iu,
  /(?:papiaredniaj|raniejšaj|pieršaj) viersii (?:hetaha |hetaj )?(?:artykuła|tekstu|materyjału)/iu,
  /(?:ankstesnėje|pirminėje) (?:šio )?(?:straipsnio|teksto) versijoje/iu,
]
/** What every note has one of: without it the patterns need not be tried. */
const HINT =
  /ver[sz]i|wersj|fassung|верси|версі|viersi|rédaction|(?:article|story|post|page|report|piece|headline|entry) (?:originally|previously|earlier|initially|first|incorrectly|wrongly|mistakenly|erroneously|had|has|said|stated|reported|claimed|wrote|gave|mis|been|was)|we (?:originally|previously|earlier|incorrectly|wrongly|mistakenly|erroneously)|^\W{0,4}(?:corre|corri|clari|retra|errat|edito|beric|korre|richt|anm|recti|préci|rect|fe de|nota|retti|sprost|korek|popra|oprav|испра|попра|уточн|опров|випра|спрос|выпра|папра|удакл|vypra|papra|patai|patik|rätte|rette)/iu
/** A note says what it is soon. UTF-16 units. */
const READ = 400

/** Whether a claim is a note about an earlier version of the text, which may quote a claim without being it. */
export function isRetractionNote(text: string): boolean {
  const start = text.slice(0, READ)
  return HINT.test(start) && NOTES.some((note) => note.test(start))
}
