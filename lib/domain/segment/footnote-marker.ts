/** Editorial notes of encyclopedias, by language; compared with the whole content of the brackets, ignoring case. */
const NOTES = [
  /^\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*$/u,
  /^\p{Ll}{1,2}$/u,
  /^(?:note|nb|n|ref|fn|a|заўв|зн|прим|прым|uwaga|anm)\.?\s*\d{1,3}$/iu,
  /^(?:.*\s)?(?:needed|required|wanted)\??$/iu,
  /^(?:by |according to )?(?:who|whom|when|where|which|why|how|what|quantify|clarify|vague|dubious|sic|update)\b.{0,20}$/iu,
  /^(?:dead link|failed verification|not in citation given|original research|unreliable source|disputed)\??.{0,12}$/iu,
  // A short question or request in lower case: [where?], [где?], [adónde?], [выдаліць]
  /^\p{Ll}[\p{Ll}\p{M} ]{0,24}\?$/u,
  /(?:крыніц|удакладн|источник|уточнит|джерел|kryni[cć]|przypis|źródł|beleg|quelle|réf\.|référence|nécessaire)/iu,
  /(?:cita requerida|senza fonte|citazione necessaria|carece de fontes|bron\?|šaltin|zdroj|källa|kilde|lähde|kaynak)/iu,
  /(?:来源|來源|出典|谁？|誰？|何时？|いつ？|どこ？|بحاجة|مصدر|מקור|उद्धरण|출처)/u,
]

/**
 * Whether the content of square brackets behind a sentence ("1", "note 2", "citation needed") is a footnote marker or
 * an editorial note, and no word of the author's ("[The group] said so" is not).
 */
export function isFootnoteMarker(content: string): boolean {
  const trimmed = content.trim()
  return NOTES.some((note) => note.test(trimmed))
}
