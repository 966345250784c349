import type { Enclosure } from './enclosure.ts'

/** What a transcript notes between sentences, by its commonest words. */
const STAGE = new Set(
  (
    'laughter laughs laughing applause cheers cheering crosstalk inaudible unintelligible indistinct pause pauses silence ' +
    'music sighs crying weeping booing boos coughs coughing whistling chanting gunfire explosion interruption noise ' +
    'gelächter lachen lacht heiterkeit beifall applaus zwischenruf zuruf pause stille musik unverständlich schweigen ' +
    'rires rire applaudissements silence musique inaudible huées exclamations ' +
    'risas risa aplausos silencio música inaudible abucheos pausa risate applausi silenzio musica pausa risos ' +
    'śmiech śmiechy oklaski brawa cisza muzyka niezrozumiałe pauza poruszenie ' +
    'смех аплодисменты молчание музыка пауза неразборчиво шум ' +
    'сміх оплески аплодисменти мовчання музика нерозбірливо ' +
    'смех апладысменты воплескі маўчанне музыка неразборліва śmiech vopleski maŭčańnie ' +
    'gelach applaus stilte muziek juokas plojimai tyla smích potlesk ticho skratt applåder'
  ).split(' '),
)
const WORDS = /^[\p{Lu}\p{Ll}][\p{L}\s]{2,39}[.!]?$/u
const PICTURE_RUN = /(?:\p{Extended_Pictographic}|\u200d|\ufe0f|\p{Emoji_Modifier})+/uy
const SENTENCE_BEHIND = /\s+["“„«'‘(]?\p{Lu}/uy

/** Whether brackets hold a stage direction and a sentence follows: "[Laughter] I am well." */
export function isAside(text: string, { start, end }: Enclosure): boolean {
  if (end - start > 44 || !/\s/u.test(text[end] ?? '') || !'[('.includes(text[start] ?? ' ')) return false
  const content = text.slice(start + 1, end - 1)
  if (!WORDS.test(content)) return false
  const words = content.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length < 5 && words.some((word) => STAGE.has(word)) && followed(text, end)
}

/**
 * The run of emoji that begins at `at`: where it ends, and whether a sentence follows as in "We won 🎉 Thanks to all."
 * A flag names its country, and ends nothing; its run is empty.
 */
export function pictureRun(text: string, at: number): { end: number; ends: boolean } {
  PICTURE_RUN.lastIndex = at
  if (!PICTURE_RUN.test(text)) return { end: at, ends: false }
  const end = PICTURE_RUN.lastIndex
  return { end, ends: followed(text, end) }
}

function followed(text: string, at: number): boolean {
  SENTENCE_BEHIND.lastIndex = at
  return SENTENCE_BEHIND.test(text)
}
