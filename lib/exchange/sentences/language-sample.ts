/** Sentences of news, a line each, 4 to 16 words long, written for this test: what each language calls the same things. */
export const SNIPPETS: Record<string, string> = {
  en: `
The dam failed shortly after midnight.
Three workers were injured and one is missing.
She denied every charge at the hearing.
Nobody from the ministry answered our letters.
Prices rose by nine per cent in May.
The council sold the old harbour in 2011.
He was born in Vilnius and grew up in Leeds.
Who paid for the bridge, and when?
Police found the car near Lake Como.
Villagers say that the water still smells of oil.
Otto Renn, 54, resigned on Monday.
Two ferries collided off the coast of Crete.
It is not known how many people were on board.
The court ordered the firm to pay damages.
Snow fell for six days without a break.
`,
  de: `
Der Damm brach kurz nach Mitternacht.
Drei Arbeiter wurden verletzt, einer wird vermisst.
Sie bestritt vor Gericht alle Vorwürfe.
Niemand im Ministerium beantwortete unsere Briefe.
Die Preise stiegen im Mai um neun Prozent.
Die Stadt verkaufte den alten Hafen 2011.
Er kam in Wilna zur Welt und wuchs in Leeds auf.
Wer hat die Brücke bezahlt?
Die Polizei fand das Auto am Comer See.
Nach Angaben der Anwohner riecht das Wasser noch immer nach Öl.
Otto Renn, 54, trat am Montag zurück.
Zwei Fähren stießen vor Kreta zusammen.
Wie viele Menschen an Bord waren, ist unklar.
Das Gericht verurteilte die Firma zu Schadenersatz.
Sechs Tage lang schneite es ohne Pause.
`,
  fr: `
Le barrage a cédé peu après minuit.
Trois ouvriers ont été blessés, un autre a disparu.
Elle a nié toutes les accusations devant le tribunal.
Personne au ministère n'a répondu à nos lettres.
Les prix ont augmenté de neuf pour cent en mai.
La ville a vendu le vieux port en 2011.
Il est né à Vilnius et a grandi à Leeds.
Qui a payé le pont, et quand ?
La police a retrouvé la voiture près du lac de Côme.
Selon les habitants, l'eau sent encore le pétrole.
Otto Renn, 54 ans, a démissionné lundi.
Deux ferrys sont entrés en collision au large de la Crète.
On ignore combien de personnes se trouvaient à bord.
Le tribunal a condamné l'entreprise à des dommages et intérêts.
Il a neigé pendant six jours.
`,
  es: `
La presa cedió poco después de medianoche.
Tres obreros resultaron heridos y uno sigue desaparecido.
Ella negó todas las acusaciones ante el juez.
Nadie del ministerio respondió a nuestras cartas.
Los precios subieron un nueve por ciento en mayo.
El ayuntamiento vendió el viejo puerto en 2011.
Nació en Vilna y se crio en Leeds.
¿Quién pagó el puente?
La policía encontró el coche cerca del lago de Como.
Según los vecinos, el agua todavía huele a petróleo.
Otto Renn, de 54 años, dimitió el lunes.
Dos transbordadores chocaron frente a la costa de Creta.
Se desconoce cuántas personas iban a bordo.
El tribunal condenó a la empresa a pagar daños y perjuicios.
Nevó durante seis días sin parar.
`,
  it: `
La diga ha ceduto poco dopo mezzanotte.
Tre operai sono rimasti feriti e uno risulta disperso.
Lei ha negato tutte le accuse davanti al giudice.
Nessuno al ministero ha risposto alle nostre lettere.
I prezzi sono saliti del nove per cento a maggio.
Il comune ha venduto il vecchio porto nel 2011.
Nato a Vilnius, è cresciuto a Leeds.
Chi ha pagato il ponte, e quando?
La polizia ha trovato l'auto vicino al lago di Como.
Secondo gli abitanti l'acqua puzza ancora di petrolio.
Otto Renn, 54 anni, si è dimesso lunedì.
Due traghetti si sono scontrati al largo di Creta.
Non si sa quante persone fossero a bordo.
Il tribunale ha condannato la ditta a risarcire i danni.
Ha nevicato per sei giorni.
`,
  nl: `
De dam brak kort na middernacht.
Drie arbeiders raakten gewond en een wordt vermist.
Ze ontkende alle beschuldigingen voor de rechter.
Niemand op het ministerie beantwoordde onze brieven.
De prijzen stegen in mei met negen procent.
De gemeente verkocht de oude haven in 2011.
Hij werd geboren in Vilnius en groeide op in Leeds.
Wie heeft de brug betaald?
De politie vond de auto bij het Comomeer.
Volgens bewoners ruikt het water nog steeds naar olie.
Otto Renn (54) trad maandag af.
Twee veerboten botsten voor de kust van Kreta.
Het is niet bekend hoeveel mensen er aan boord waren.
De rechtbank veroordeelde het bedrijf tot schadevergoeding.
Het sneeuwde zes dagen lang.
`,
  pl: `
Tama pękła krótko po północy.
Trzech robotników zostało rannych, jeden zaginął.
Przed sądem zaprzeczyła wszystkim zarzutom.
Nikt w ministerstwie nie odpowiedział na nasze listy.
W maju ceny wzrosły o dziewięć procent.
Miasto sprzedało stary port w 2011 roku.
Urodził się w Wilnie, dorastał w Leeds.
Kto zapłacił za most i kiedy?
Policja znalazła samochód nad jeziorem Como.
Mieszkańcy twierdzą, że woda nadal pachnie ropą.
Otto Renn, lat 54, podał się do dymisji w poniedziałek.
Dwa promy zderzyły się u wybrzeży Krety.
Nie wiadomo, ile osób było na pokładzie.
Sąd nakazał firmie zapłatę odszkodowania.
Śnieg padał przez sześć dni bez przerwy.
`,
  cs: `
Hráz se protrhla krátce po půlnoci.
Tři dělníci byli zraněni a jeden se pohřešuje.
Před soudem popřela všechna obvinění.
Na naše dopisy nikdo z ministerstva neodpověděl.
Ceny v květnu stouply o devět procent.
Město prodalo starý přístav v roce 2011.
Narodil se ve Vilniusu a vyrostl v Leedsu.
Kdo zaplatil most a kdy?
Policie našla auto u Comského jezera.
Podle obyvatel voda stále páchne ropou.
Otto Renn, 54 let, v pondělí odstoupil.
U pobřeží Kréty se srazily dva trajekty.
Není jasné, kolik lidí bylo na palubě.
Soud nařídil firmě zaplatit odškodné.
Sníh padal šest dní bez přestávky.
`,
  lt: `
Užtvanka griuvo netrukus po vidurnakčio.
Trys darbininkai buvo sužeisti, vienas dingo.
Teisme ji neigė visus kaltinimus.
Niekas iš ministerijos neatsakė į mūsų laiškus.
Gegužę kainos pakilo devyniais procentais.
Miestas pardavė senąjį uostą 2011 metais.
Gimė Vilniuje, užaugo Lidse.
Kas sumokėjo už tiltą ir kada?
Policija rado automobilį prie Komo ežero.
Gyventojai sako, kad vanduo vis dar kvepia nafta.
Otto Renn, 54 metų, pirmadienį atsistatydino.
Prie Kretos krantų susidūrė du keltai.
Nežinoma, kiek žmonių buvo laive.
Teismas įpareigojo bendrovę atlyginti žalą.
Snigo šešias dienas be pertraukos.
`,
  pt: `
A barragem cedeu pouco depois da meia-noite.
Três operários ficaram feridos e um está desaparecido.
Ela negou todas as acusações em tribunal.
Ninguém no ministério respondeu às nossas cartas.
Os preços subiram nove por cento em maio.
A câmara vendeu o velho porto em 2011.
Nasceu em Vilnius e cresceu em Leeds.
Quem pagou a ponte, e quando?
A polícia encontrou o carro junto ao lago de Como.
Segundo os moradores, a água ainda cheira a petróleo.
Otto Renn, de 54 anos, demitiu-se na segunda-feira.
Dois barcos colidiram ao largo de Creta.
Não se sabe quantas pessoas estavam a bordo.
O tribunal condenou a empresa a pagar uma indemnização.
Nevou durante seis dias sem parar.
`,
  uk: `
Дамба прорвалася невдовзі після півночі.
Троє робітників поранені, один зник.
На суді вона заперечила всі звинувачення.
Ніхто з міністерства не відповів на наші листи.
У травні ціни зросли на дев'ять відсотків.
Місто продало старий порт у 2011 році.
Він народився у Вільнюсі, виріс у Лідсі.
Хто заплатив за міст і коли?
Поліція знайшла авто біля озера Комо.
Мешканці кажуть, що вода й досі пахне нафтою.
Отто Ренн, 54 роки, подав у відставку.
Біля берегів Криту зіткнулися два пороми.
Невідомо, скільки людей було на борту.
Суд зобов'язав фірму сплатити збитки.
Сніг падав шість днів без перерви.
`,
  ru: `
Дамба прорвалась вскоре после полуночи.
Трое рабочих ранены, один пропал.
В суде она отвергла все обвинения.
Никто из министерства не ответил на наши письма.
В мае цены выросли на девять процентов.
Город продал старый порт в 2011 году.
Он родился в Вильнюсе, вырос в Лидсе.
Кто заплатил за мост и когда?
Полиция нашла машину у озера Комо.
Жители говорят, что вода до сих пор пахнет нефтью.
Отто Ренн, 54 года, подал в отставку.
У берегов Крита столкнулись два парома.
Неизвестно, сколько человек находилось на борту.
Суд обязал компанию возместить ущерб.
Снег шел шесть дней подряд.
`,
  be: `
Дамба прарвалася неўзабаве пасля поўначы.
Трое работнікаў паранены, адзін знік.
На судзе яна адмаўляла ўсе абвінавачванні.
Ніхто з міністэрства не адказаў на нашы лісты.
У траўні цэны выраслі на дзевяць працэнтаў.
Горад прадаў стары порт у 2011 годзе.
Ён нарадзіўся ў Вільні, вырас у Лідсе.
Хто заплаціў за мост і калі?
Паліцыя знайшла машыну каля возера Кома.
Жыхары кажуць, што вада дагэтуль пахне нафтай.
Ота Рэн, 54 гады, падаў у адстаўку.
Каля берагоў Крыта сутыкнуліся два паромы.
Невядома, колькі чалавек было на борце.
Суд абавязаў фірму кампенсаваць шкоду.
Снег ішоў шэсць дзён запар.
`,
  'be-Latn': `
Damba prarvałasia nieŭzabavie paśla poŭnačy.
Troje rabotnikaŭ paranienyja, adzin źnik.
Na sudzie jana admaŭlała ŭsie abvinavačvańni.
Nichto ź ministerstva nie adkazaŭ na našy listy.
U traŭni ceny vyraśli na dzieviać pracentaŭ.
Horad pradaŭ stary port u 2011 hodzie.
Jon naradziŭsia ŭ Vilni, vyras u Lidsie.
Chto zapłaciŭ za most i kali?
Palicyja znajšła mašynu kala voziera Koma.
Žychary kažuć, što vada dahetul pachnie naftaj.
Ota Ren, 54 hady, padaŭ u adstaŭku.
Kala bierahoŭ Kryta sutyknulisia dva paromy.
Nieviadoma, kolki čałaviek było na borcie.
Sud abaviazaŭ firmu kampiensavać škodu.
Śnieh išoŭ šeść dzion zapar.
`,
  sv: `
Dammen brast strax efter midnatt.
Tre arbetare skadades och en saknas.
Hon nekade till alla anklagelser i rätten.
Ingen på departementet svarade på våra brev.
Priserna steg med nio procent i maj.
Staden sålde den gamla hamnen 2011.
Han föddes i Vilnius och växte upp i Leeds.
Vem betalade bron, och när?
Polisen hittade bilen vid Comosjön.
Enligt de boende luktar vattnet fortfarande olja.
Otto Renn, 54, avgick i måndags.
Två färjor kolliderade utanför Kreta.
Det är oklart hur många människor som fanns ombord.
Domstolen dömde företaget att betala skadestånd.
Det snöade i sex dagar.
`,
}
