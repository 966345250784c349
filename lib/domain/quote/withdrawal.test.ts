import { expect, test } from 'vitest'
import { isWithdrawn } from './withdrawal.ts'

const told = (page: string) => {
  const start = page.indexOf('<')
  const end = page.indexOf('>') - 1
  return isWithdrawn(page.replace(/[<>]/g, ''), start, end)
}

test.each([
  'An earlier version of this article said that <the bridge fell on Monday>.',
  'Correction: this page said that <the bridge fell on Monday>. It fell on Tuesday.',
  'Correction. The article was changed: it previously stated “<the bridge fell on Monday>”.',
  'We originally reported that <the bridge fell on Monday>; that was not so.',
  'Reports that <the bridge fell on Monday> are false.',
  'The claim that <the bridge fell on Monday> has been debunked.',
  'The office denied that <the bridge fell on Monday>.',
  'It is not true that <the bridge fell on Monday>, the office said.',
  'False: <the bridge fell on Monday>',
  '<The bridge fell on Monday>, which was wrong.',
  '<The bridge fell on Monday.> This is false, the office says.',
  '<The bridge fell on Monday>, an earlier version of this report said.',
  'We have corrected an error: <the bridge fell on Monday> should have read “on Tuesday”.',
  'The following statement has been removed: “<the bridge fell on Monday>”.',
  '<Die Brücke fiel am Montag>, hieß es in einer früheren Fassung.',
  '<Мост упал в понедельник>, говорилось в более ранней версии статьи.',
  'In einer früheren Version dieses Artikels hieß es, <die Brücke sei am Montag eingestürzt>.',
  'Berichte, dass <die Brücke am Montag eingestürzt ist>, sind falsch.',
  'Das Amt dementierte, dass <die Brücke am Montag einstürzte>.',
  'Une version antérieure de cet article indiquait que <le pont est tombé lundi>.',
  'Les informations selon lesquelles <le pont est tombé lundi> sont fausses.',
  'Una versión anterior de este artículo decía que <el puente cayó el lunes>.',
  'La alcaldía negó que <el puente cayó el lunes>.',
  'We wcześniejszej wersji artykułu podaliśmy, że <most runął w poniedziałek>.',
  'Doniesienia, że <most runął w poniedziałek>, są nieprawdziwe.',
  'В более ранней версии статьи говорилось, что <мост обрушился в понедельник>.',
  'Сообщения о том, что <мост обрушился в понедельник>, не соответствуют действительности.',
  'Мэрия опровергла, что <мост обрушился в понедельник>.',
  'У попередній версії статті йшлося, що <міст упав у понеділок>.',
  'Повідомлення про те, що <міст упав у понеділок>, є неправдивими.',
  'У папярэдняй версіі артыкула паведамлялася, што <мост упаў у панядзелак>.',
  'Інфармацыя пра тое, што <мост упаў у панядзелак>, не адпавядае рэчаіснасці.',
  'The paper has retracted the following: <the bridge fell on Monday>.',
  '<Мост обрушился в понедельник.> Эта информация не подтвердилась.',
  '<Міст упав у понеділок.> Ця інформація не підтвердилася.',
  '<Мост упаў у панядзелак.> Гэтая інфармацыя не пацвердзілася.',
  'Una versione precedente di questo articolo diceva che <il ponte è caduto lunedì>.',
  'Non è vero che <il ponte è caduto lunedì>.',
  'La notizia che <il ponte è caduto lunedì> è stata smentita.',
])('takes back: %s', (page) => expect(told(page)).toBe(true))

test.each([
  'The report said that <the bridge fell on Monday>.',
  'As the article said, <the bridge fell on Monday>.',
  '<The bridge fell on Monday>, the report said.',
  '<The bridge fell on Monday> and has been removed since.',
  'Officials said that <the bridge fell on Monday>.',
  '<The bridge fell on Monday.> The mayor denied any blame.',
  'The mayor denied any blame. <The bridge fell on Monday.>',
  'Reports that <the bridge fell on Monday> spread quickly.',
  'The first reports came at noon: <the bridge fell on Monday>.',
  '<The bridge fell on Monday> and the mayor was wrong about the date.',
  'Previously closed for repair, <the bridge fell on Monday>.',
  'Correction: <the bridge fell on Monday>, not on Tuesday.',
  'Il comune ha detto che <il ponte è caduto lunedì>.',
  '<Il ponte è caduto lunedì> e il sindaco ha negato ogni colpa.',
  '<Мост обрушился в понедельник.> Информация о пострадавших не подтвердилась.',
  'Das Amt meldete, dass <die Brücke am Montag einstürzte>.',
  'Ранее сообщалось, что <мост обрушился в понедельник>.',
  'Мэр отверг обвинения. <Мост обрушился в понедельник.>',
  'Według doniesień <most runął w poniedziałek>.',
])('does not: %s', (page) => expect(told(page)).toBe(false))

test.each([
  'They did not <order the attack on the bridge>.',
  'They didn’t <order the attack on the bridge>.',
  'No <soldiers were on the bridge that night>, the office said.',
  'Sie befahlen <den Angriff auf die Brücke am Montag> nicht.',
  'Sie haben niemals <die Brücke angegriffen>.',
  'Министр не <приказал взорвать мост>.',
  'Міністр не <загадаў узарваць мост>.',
  'Minister nie <rozkazał wysadzić mostu>.',
  'El ministro no <ordenó el ataque al puente>.',
  'Le ministre n’<a ordonné aucune attaque>.',
  'Claim: <the bridge fell on Monday.> Verdict: false.',
  'Claim: “<The bridge fell on Monday.>” Rating: False',
  '<The bridge fell on Monday.> UPDATE: This report has been retracted.',
])('denied or judged right beside them: %s', (page) => expect(told(page)).toBe(true))

test.each([
  'It was not, <the bridge fell on Monday>.',
  'In note 4 <the bridge fell on Monday>.',
  'Am 3. Mai <fiel die Brücke>.',
  '<Dwanaście osób> nie wróciło.',
  'They had the piano <and the bridge fell on Monday>.',
  '<Die Brücke fiel am Montag>. Nicht am Dienstag.',
  '<The bridge fell on Monday>, nicht am Dienstag.',
  'Claim: <the bridge fell on Monday.> Verdict: true.',
])('neither: %s', (page) => expect(told(page)).toBe(false))
