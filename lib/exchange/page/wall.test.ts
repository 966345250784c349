import { expect, test } from 'vitest'
import { readableHtml } from './readable-html.ts'
import { pageProblem } from './wall.ts'

const page = (title: string, ...lines: string[]) =>
  `<!doctype html><html><head><title>${title}</title></head><body><main><h1>${title.split(' | ')[0]}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</main></body></html>`
const code = (html: string) => pageProblem(html, readableHtml(html))?.code ?? null

const ARTICLE = [
  'The council decided on Tuesday to close the ford until the spring, after the river had carried away two carts.',
  'Nobody was hurt, said the keeper, who had warned of the current since the autumn and put up a sign in October.',
  'The mill will be reached by the upper road for the time being; the school bus goes by the bridge as it did before.',
]

test.each<[string, string, string]>([
  [
    'consent_wall',
    'English',
    page(
      'Before you continue',
      'We and our 41 partners use cookies and similar means to show personalised ads.',
      'You can accept all or manage your choices at any time.',
    ),
  ],
  [
    'consent_wall',
    'German',
    page(
      'Ihre Privatsphäre',
      'Wir und unsere 120 Partner speichern Cookies auf Ihrem Gerät und verarbeiten personenbezogene Daten.',
      'Sie können zustimmen oder Ihre Einstellungen ändern.',
    ),
  ],
  [
    'consent_wall',
    'French',
    page(
      'Votre vie privée',
      'Nous et nos 80 partenaires utilisons des cookies pour des publicités personnalisées.',
      'Vous pouvez accepter ou refuser.',
    ),
  ],
  [
    'consent_wall',
    'Polish',
    page(
      'Twoja prywatność',
      'My i nasi partnerzy używamy plików cookie i przetwarzamy dane osobowe.',
      'Możesz zaakceptować je albo zmienić ustawienia. Akceptuję.',
    ),
  ],
  [
    'consent_wall',
    'Russian',
    page(
      'Конфиденциальность',
      'Мы и наши партнёры храним файлы cookie и обрабатываем персональные данные.',
      'Вы можете принять их или настроить выбор.',
    ),
  ],
  [
    'bot_challenge',
    'English',
    page('Attention Required!', 'Please complete the security check to access ford.example.'),
  ],
  ['bot_challenge', 'German', page('Nur einen Moment…', 'Bestätigen Sie, dass Sie ein Mensch sind.')],
  ['bot_challenge', 'Russian', page('Проверка браузера', 'Подтвердите, что вы не робот.')],
  [
    'bot_challenge',
    'by its markup',
    '<title>ford.example</title><script>window._cf_chl_opt={}</script><p>Waiting for ford.example',
  ],
  ['not_found_page', 'English', page('404 Not Found | The Ford Post', 'The page you asked for could not be found.')],
  [
    'not_found_page',
    'English, by its words',
    page('Oops! | The Ford Post', '404', 'This page does not exist.').replace('<h1>Oops!', '<h1>404'),
  ],
  ['not_found_page', 'German', page('Seite nicht gefunden | Furtbote', 'Die Adresse gibt es nicht mehr.')],
  ['not_found_page', 'French', page('Page introuvable', 'Désolé.')],
  ['not_found_page', 'Spanish', page('Página no encontrada | El Vado', 'Lo sentimos.')],
  ['not_found_page', 'Polish', page('Strona nie istnieje', 'Przepraszamy.')],
  ['not_found_page', 'Russian', page('Страница не найдена | Брод', 'Вернитесь на главную.')],
  ['not_found_page', 'Belarusian', page('Старонка не знойдзена', 'Вярніцеся на галоўную.')],
  ['empty_page', 'a frame', '<title>Ford</title><div id="app"></div><script src="a.js"></script>'],
  ['empty_page', 'that asks for scripts', '<title>Ford</title><p>Please enable JavaScript to view this site.</p>'],
  ['empty_page', 'that loads', '<title>Ford</title><div>Loading…</div>'],
  ['redirect_page', 'by its head', '<meta http-equiv="refresh" content="0;url=/b"><title>Moved</title>'],
  ['redirect_page', 'by a script', '<title>Moved</title><script>window.location.href = "/b"</script>'],
  [
    'paywall',
    'said by the page',
    page('Ford', ...ARTICLE).replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script></head>',
    ),
  ],
  [
    'paywall',
    'English',
    page('Ford', ARTICLE[0] ?? '', 'To continue reading, subscribe. Already a subscriber? Sign in.'),
  ],
  ['paywall', 'German', page('Furt', ARTICLE[0] ?? '', 'Jetzt weiterlesen mit einem Abo.')],
  ['paywall', 'French', page('Gué', ARTICLE[0] ?? '', 'La suite est réservée aux abonnés.')],
])('%s, %s', (expected, _, html) => expect(code(html)).toBe(expected))

test.each([
  ['an article', page('The ford is closed', ...ARTICLE)],
  ['a short notice', page('The ford is closed', 'Closed until the spring.')],
  [
    'an article about cookies',
    page(
      'Cookies and your privacy',
      ...ARTICLE,
      'The court ruled that sites may store cookies only where a reader agrees.',
      ...ARTICLE,
    ),
  ],
  [
    'an article about robots',
    page('Are robots taking the ford?', ...ARTICLE, 'The form asks you to tick “I’m not a robot”.', ...ARTICLE),
  ],
  ['an article with the number in it', page('404 people were counted at the ford', ...ARTICLE)],
  ['a short note on an error', page('Error', 'The error in the count was found on Tuesday.')],
  ['a title of marks', page('— | The Ford Post', 'Closed until the spring.')],
  ['something not found', page('Ferry not found after three days', ...ARTICLE, ...ARTICLE)],
  [
    'an article that is free',
    page('Ford', ...ARTICLE).replace(
      '</head>',
      '<script type="application/ld+json">{"isAccessibleForFree":true}</script></head>',
    ),
  ],
  [
    'an article with a note on cookies',
    page('The ford is closed', ...ARTICLE, 'We use cookies. Accept or manage your choices.'),
  ],
  ['a page renewed now and then', `<meta http-equiv="refresh" content="300">${page('Live', ...ARTICLE)}`],
  ['a newsletter box', page('The ford is closed', 'Subscribe to our newsletter.', ...ARTICLE)],
])('is a page: %s', (_, html) => expect(code(html)).toBeNull())
