/** Words by which pages that are not the page are known. All in lower case; see `page-wall.ts` for how they are weighed. */

export const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|ddos-guard|one moment,? please|checking (?:your|the) browser|verify(?:ing)? (?:that )?you are (?:a )?human|human verification|security (?:check|verification)|are you a (?:robot|human)|robot check|bot (?:check|verification)|pardon our interruption|access (?:to this page has been )?denied|captcha|please verify|nur einen moment|einen moment bitte|sicherheitsüberprüfung|un instant|vérification (?:de sécurité|en cours)|un momento|verificación de seguridad|jedną chwilę|chwileczkę|weryfikacja|один момент|проверка (?:браузера|безопасности)|подождите|вы не робот|перевірка (?:браузера|безпеки)|хвилинку|праверка браўзера|хвілінку)/u

export const CHALLENGE_TEXT =
  /verif(?:y|ying) (?:that )?you are (?:a )?human|review the security of your connection|checking (?:if the site connection is secure|your browser)|enable javascript and cookies to continue|unusual traffic from your|complete the (?:captcha|security check)|i(?:'|’)?a?m not a robot|not a (?:robot|bot)|press (?:&|and) hold|performing security verification|security service to protect|automated (?:requests|queries|access)|bist kein roboter|sind kein roboter|dass sie ein mensch|n['’]êtes pas un robot|vous êtes (?:bien )?(?:un )?humain|no (?:eres|soy|es) un robot|eres humano|nie jestem robotem|nie jesteś robotem|jesteś człowiekiem|что вы не робот|я не робот|вы человек|що ви не робот|я не робот|ви людина|што вы не робат/u

export const CHALLENGE_MARK =
  /_cf_chl_opt|cf-chl-|challenge-form|px-captcha|captcha-delivery\.com|_incapsula_resource|ddos-guard\/js-challenge/iu

/** What a notice about consent speaks of: who, what is stored, what for, and what the reader is to choose. */
export const CONSENT: readonly RegExp[] = [
  /\bpartners?\b|partnern?\b|partenaires|socios|partner(?:zy|ami|ów)|партн[её]р|vendors|third part(?:y|ies)|drittanbieter|fournisseurs|proveedores|dostawc|сторонн|we use|wir (?:verwenden|nutzen)|nous utilisons|utilizamos|używamy|мы используем|ми використовуємо|мы выкарыстоўваем/u,
  /cookie|файл[а-яёіў]* (?:cookie|куки)|куки|кукі|store and(?:\/or)? access information|ciasteczk|piki cookie|plik(?:i|ów) cookie|informationen auf (?:ihrem|einem) gerät|informations sur (?:un|votre) (?:terminal|appareil)|información en (?:un|su|tu) dispositivo|informacje na urządzeni/u,
  /personal(?:i[sz]ed|ised)? (?:ads?|advertising|content|data)|personenbezogen|personalisiert|données (?:à caractère )?personnel|publicités? (?:et contenus? )?personnalis|datos personales|anuncios personalizados|publicidad personalizada|dane osobowe|danych osobowych|spersonalizowan|персональн|персоналізован|персаналізаван|measure(?:ment)?|targeting|legitimate interest|berechtigt\w* interesse|intérêt légitime|interés legítimo|uzasadnion\w* interes|законн\w* интерес/u,
  /\b(?:accept|agree|reject|decline|manage|consent|choices|preferences|settings)\b|akzeptier|zustimm|ablehn|einstellungen|einwillig|accepter|refuser|paramétr|consent|aceptar|rechazar|gestionar|configurar|akcept|zgod|odrzu|ustawieni|принять|принимаю|согла|отклонить|настро|прийняти|погод|відхилити|налашт|прыняць|згод|адхіліць|налад/u,
]

export const CONSENT_TITLE =
  /privacy|cookie|consent|before you continue|your (?:data|choices)|datenschutz|privatsphäre|einwilligung|bevor (?:sie|du) (?:fortfahren|fortfährst)|vie privée|confidentialité|consentement|avant de continuer|privacidad|consentimiento|antes de continuar|prywatnoś|zgod|zanim przejdziesz|конфиденциальн|согласие|прежде чем|конфіденційн|згод|перш ніж|прыватнас/u

const NOT_FOUND_WORDS =
  "(?:the |this |that |your )?(?:requested )?(?:page|site|article|document|content|file|url|story)[^.!?]{0,40}(?:not (?:be )?found|can(?:'|’|no)t be found|could not be found|does(?: not|n['’]t) exist|no longer (?:exists|available)|is(?: not|n['’]t) (?:here|available)|has been (?:removed|deleted))|page missing|seite[^.!?]{0,30}nicht (?:gefunden|verfügbar)|seite existiert nicht|page (?:introuvable|non trouvée|inexistante)|cette page n['’]existe (?:pas|plus)|página (?:no encontrada|no existe|não encontrada)|no se (?:ha encontrado|encontró|encuentra) la página|(?:strona|strony)[^.!?]{0,30}nie (?:istnieje|została znaleziona|znaleziono)|nie znaleziono (?:strony|artykułu)|страниц\\S*[^.!?]{0,30}не (?:найдена|существует)|не найден[ао]? (?:страниц|запрашиваем)|сторінк\\S*[^.!?]{0,30}не (?:знайдено|знайдена|існує)|старонк\\S*[^.!?]{0,30}не (?:знойдзена|існуе)|pagina non trovata|sidan (?:kunde inte hittas|hittades inte|finns inte)|stránka (?:nenalezena|nenájdená|neexistuje)|puslapis nerastas|lapa nav atrasta|lehte ei leitud"

const MISSING = `(?:not found|nicht gefunden|introuvable|no encontrad[oa]|nie znaleziono|не найдено|не знайдено|не знойдзена|${NOT_FOUND_WORDS})`
const GAP = '[^\\p{L}\\p{N}]{0,4}'
const EXCUSE = `(?:(?:oops|sorry|ups|hoppla|http|error|fehler|erreur|błąd|ошибка|помилка|памылка)${GAP})*`

/** As a title, or the part of one beside the name of the site; and as a heading. */
export const NOT_FOUND = new RegExp(
  `^${GAP}${EXCUSE}(?:404(?:${GAP}(?:error|fehler|erreur)?${GAP}${MISSING}?)|${MISSING})${GAP}$`,
  'u',
)
export const NOT_FOUND_IN_WORDS = new RegExp(NOT_FOUND_WORDS, 'u')

export const NEEDS_SCRIPT =
  /(?:enable|activate|turn on|allow|requires?|needs?) (?:your browser['’]s )?javascript|javascript (?:is |must be |has to be )?(?:disabled|required|enabled|needed|turned off|deaktiviert|désactivé|desactivado|wyłączon\w*|отключ\S*|вимкнен\S*)|javascript (?:aktivieren|einschalten)|activer javascript|(?:habilit|activ)\S* (?:el )?javascript|włącz\S* (?:obsługę )?javascript|включите (?:поддержку )?javascript|увімкніть javascript|уключыце javascript/u
export const LOADING =
  /^(?:loading|please wait|wird geladen|chargement|cargando|ładowanie|wczytywanie|загрузка|завантаження|загрузка|загрузка старонкі|идёт загрузка)(?: \S+)?[\s.…]*$/u

export const SUBSCRIBE =
  /subscribe (?:now )?(?:to|for) (?:continue|keep|read|unlimited|full|get)|to (?:continue|keep) reading|already a subscriber|(?:read|unlock) the (?:full|rest of the|whole) (?:article|story)|(?:this|the) (?:article|story|content) is (?:only |reserved )?for (?:subscribers|members)|subscribers only|jetzt (?:weiterlesen|abonnieren|testen)|weiterlesen mit|nur für abonnenten|sie sind bereits abonnent|pour lire la suite|la suite est réservée|réservé aux abonnés|article réservé|déjà abonné|suscr[ií]bete (?:para|y)|para (?:seguir|continuar) leyendo|contenido exclusivo para suscriptores|ya eres suscriptor|aby czytać dalej|tylko dla (?:prenumeratorów|subskrybentów)|masz już (?:prenumeratę|subskrypcję)|(?:чтобы|для того чтобы) (?:читать|прочитать|дочитать)|только (?:для|по) подпис|оформите подписку|щоб (?:читати|прочитати)|лише для передплатник|оформіть передплату|каб (?:чытаць|прачытаць)|аформіце падпіску/u
