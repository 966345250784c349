import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessLanguage } from './language-guess'

test.each([
  ['en', 'The partisans burned a relay cabinet near Orsha, and trains stood for six hours.'],
  ['de', 'Die Partisanen verbrannten einen Relaisschrank bei Orscha, und die Züge standen sechs Stunden.'],
  ['fr', 'Les partisans ont brûlé une armoire près d’Orcha et les trains se sont arrêtés pendant six heures.'],
  ['es', 'Los partisanos quemaron un armario cerca de Orsha y los trenes se detuvieron por seis horas.'],
  ['it', 'I partigiani hanno bruciato un armadio nella stazione di Orsha e il treno non è partito.'],
  ['pl', 'Partyzanci spalili szafę przekaźnikową pod Orszą i pociągi się zatrzymały na sześć godzin.'],
  ['ru', 'Партизаны сожгли релейный шкаф у Орши, и поезда не шли шесть часов.'],
  ['be', 'Партызаны спалілі рэлейную шафу каля Оршы, і цягнікі не ішлі шэсць гадзін у той дзень.'],
  ['uk', 'Партизани спалили шафу біля Орші, і потяги не йшли шість годин у той день.'],
  ['be-Latn', 'Partyzany spalili šafu kala Oršy, i ciahniki nie išli šeść hadzin u toj dzień.'],
  ['lt', 'Partizanai sudegino spintą prie Oršos, ir traukiniai stovėjo, kai buvo naktis.'],
  ['ar', 'أحرق المقاتلون خزانة في المحطة.'],
  ['zh', '游击队烧毁了奥尔沙附近的继电器柜。'],
  ['ja', 'パルチザンはオルシャ近郊の継電器箱を焼いた。'],
  ['he', 'הפרטיזנים שרפו ארון ליד אורשה.'],
  ['en', ''],
  ['en', '12 345 🙂'],
])('%s: %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language)
})

test('any text has a language', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => guessLanguage(text) !== ''))
})
