/** Languages of western and northern Europe: texts by language, with a bar where a sentence must end; a test takes it out before cutting. */
export const WESTERN: Record<string, string[]> = {
  en: [
    'Fig. 1. Map of the raid. |Fig. 2. Losses.',

    'In St. Petersburg, Fla., nothing happened. |In St. Petersburg, Russia, much did.',

    'A source close to the K.G.B. said no. |Another said yes.',

    '‘We didn’t see it,’ said one. |‘It was dark.’',

    '"I saw three. Maybe four," said Hanna. |She was calm.',

    'That is why (and nobody denies it!) the plan failed. |It was old.',

    'He has a B.Sc. from Minsk. |His wife has none.',

    'The plane left at 6 P.M. |NATO jets followed it.',

    'They use the M.O. of 1943. |It works.',

    'Sgt. Maj. Lis, Ret., was there. |He saw it all.',

    'Vol. 2 costs $5.00. |Vol. 3 is free.',

    'The convoy of approx. 40 veh. reached Kobryn. |It stopped.',

    'The group claims >200,000 members... |Experts doubt it.',

    '“Is Minsk safe?” asked the envoy. |No answer came.',

    'They wrote “Žyvie Bielaruś!” on the wall. |Police painted it over.',

    'She was sentenced in absentia to 15 years. |Her flat was seized. |(It was later sold.) |She lives in Vilnius.',

    'The attack killed: A. Bor, 34; V. Lis, 19; and one unnamed man. |All lived in Orsha.',

    'The rate is 0.5 p.p. higher. |Nobody knows why.',

    'He works for Naftan PLC. |The plant is in Polatsk.',

    'Is it true? |According to the U.N., yes. |According to Minsk, no.',

    'It was the worst attack since Jan. 2023, when 46 died in Dnipro. |Most were asleep.',

    'The decree (No. 200 of 4 Sept. 2023) took effect at once. |Exiles protested.',

    'Lukashenko (b. 1954) rules since 1994. |He has three sons.',

    'Asked why, he said: “No comment.” |He hung up.',

    'The drone, a Shahed-136, hit bldg. No. 4 on Oct. 10. |It burned.',

    'Damage is put at €3.2m. |The roof is gone.',

    'Col. (ret.) A. Azarau heads BYPOL. |He lives in Warsaw.',

    'The strike hit Kharkiv at 3:15 a.m. local time. |Gov. Oleh Syniehubov said 4 people died.',
    'It was signed by Pres. Lukashenko on Sept. 3. |The U.S. imposed sanctions on Dec. 2. |They bit.',
    'The 1,200-kg. bomb fell near Vilnius Str. 12. |Windows broke.',
    'He was charged under Art. 289(1) of the C.C. of Belarus. |He denied it.',
    '“They shot him.” |“When?” |“At dawn.” |The court heard no more.',
    'The ship (IMO no. 9319882; flag: Cook Is.) was boarded. |It turned back.',
    'Who did it? |“We did,” BYPOL wrote. |Nobody else did.',
    'It ended.[1]:23 |Then it began.[2]: 5–7 |So be it.',
    'Losses were: killed, 3; wounded, 11; missing, 2. |None was named.',
    'He said that “the war … will end. Soon.” |It did not.',
    'Radio Free Europe/Radio Liberty (RFE/RL) said so. |Viasna did too.',
    'The name (Belarusian: Буслы ляцяць, lit. "storks are flying") is old. |It stuck.',
    'He left at 5. |She left at 6. |They met at No. 7.',
    'He got 10 yrs. in prison. |She got 5.',

    "He said: 'It is over. We won. Go home.' |They went.",
    "The partisans' base burned. |Minsk fell. |That's 'odd' news.",
    'A. I. Smith and W. H. Auden met V. I. Lenin. |He left.',
    'Est. 1990, the mill stood. |It burned in Feb. 2021. |It was rebuilt.',
    'At 11:58 p.m. P.D.T. on 1 October police came. |In 44 B.C. Caesar died.',
    'It was 5 ft. 6 in. tall. |It fell.',
    'It ended.¹ |Then it began.²³ |So it goes.†',
    'The end… |Then nothing. |The end... |Then nothing.',
    'The toll rose to 16. |Rescuers went on. |It hit Gate 5. |Police came at 7.',
    'J.R.R. Tolkien, C. S. Lewis and J.-P. Sartre met. |They talked.',
    '👩‍👩‍👧 came. |🇧🇾 flags and 🇱🇹 flags flew. |👍🏽 was seen.',
    'They came to No. 10 Downing St. |The PM was out. |The U.S. Department of State objected.',
    'Gov. Wolf said "It ended. [...] It was over." |Then he left.',
    'He left.\u00a0|Then she came.\u202f|Then they met.\u2003|So.',
    'The vote was held on 9 August. |Results came on the 10th.',
    'He met Maj. Gen. A. Vol and Lt. Col. B. Hut. |Nothing was agreed.',
    'George W. Bush and Samuel L. Jackson met J. K. Rowling. |They talked.',
    'It cost 1,083.50 dollars, i.e. 3.5 per cent more. |Nobody paid.',
    'The vol. 3 edition of Smith et al. (2019) is lost. |A copy exists.',
    'The base was hit.[citation needed] |The hangar burned.[where?] |Crews left.[12][13]',
    'The base was hit [where?] by a drone. |Crews left. [by whom?] |It was quiet.',
    'The mayor — a Mr. Brown of St. Paul — resigned. |His deputy took over.',
    'The order (see below. It is short.) was given twice. |It was ignored.',
    '“We won. They lost. It is over.” |So he wrote.',
    'He whispered, “Wait… wait. Now!” and ran. |The bomb went off.',
    'Was it over? |Not at all! |Not yet…',
    'In Washington, D.C., police came. |In the U.K. they did not.',
    'The company (Acme Ltd.) failed. |Its owner fled.',
    'They left at 5:30 p.m. on Sunday. |They came back at 6 a.m. |It rained.',
    'Version 2.0.1 of the app was banned. |Version 3 was not.',
    'It lies at 53.9° N. lat. near Minsk. |Nobody lives there.',
    'He was born in Minsk (then U.S.S.R.). |He died in Vilnius.',
    'It was the No. 1 enemy. |No. |It was not.',
    'He scored 10 of 12. |12 of 13 scored him. |3 did not.',
    'Art. 342 applies. |Sec. 5 does not.',
    'Gov. Lis spoke first. |Sen. Vouk spoke last.',
    'The Jan. 6 panel met. |It met again in Dec. 2021. |It ended.',
    'The agreement with Yahoo! was signed. |Nobody read it.',
    'He asked “Why?” and got no answer. |He asked again.',
    '"Is it you?" |"It is I." |They shook hands.',
    'He was tried for (a) arson; (b) theft; and (c) treason. |He was acquitted.',
    'Mr. and Mrs. Smith and their son, John Jr., left. |The dog stayed.',
    'The flight (SU-1 of Jan. 3.) was late. |It landed.',
    'See https://example.org/a.b?c=d.e for details. |It is long.',
  ],
  de: [
    'Am Sa., 3. Mai, demonstrierten 500 Pers. in Minsk. |Es blieb ruhig.',

    'Die Bundesreg. prüft das lt. Sprecher S. Hebestreit. |Eine Frist gibt es nicht.',

    '„Warum?“, fragte er. |„Darum“, sagte sie.',

    'Gen. a. D. Kunz kam um 10 Uhr. |Um 11 Uhr ging er. |Mehr weiß man nicht.',

    'Das kostet rd. 3,5 Mrd. Euro. |Bezahlt hat niemand.',

    'Laut dpa wurden am 24. Febr. 2022 ca. 40 Soldaten getötet. |Die Angaben sind unbestätigt.',
    'Der 1. FC Minsk spielte im 2. Stock gegen den 3. Platzierten. |Er verlor.',
    'Das Urteil (Az. 3 StR 12/23) erging am 3.5.2023. |Es ist rechtskräftig.',

    'Die Zahl der Toten stieg auf 16. |Rettungskräfte suchten weiter. |Am 16. Rettungstag war Schluss.',
    'Am 9. August 2020 wurde gewählt. |Am 10. September folgte der Streik.',
    'Er kam am 5. Oktober, d. h. zu spät. |Niemand wartete.',
    'Das gilt u. a. für Nr. 5 und Abs. 3 bzw. Art. 7. |Mehr nicht.',
    'Hl. Georg und St. Martin sind Patrone. |Sie werden verehrt.',
    'Prof. Dr. h. c. A. Müller sprach. |Alle schwiegen.',
    'Es kostete 1.083,50 Euro. |Das war zu viel.',
    'Die Stadt hat ca. 3,5 Mio. Einwohner. |Sie wächst.',
    'Brot, Wasser usw. fehlten. |Alles war knapp.',
    'Es fehlten Brot, Wasser usw. |Die Lage war ernst.',
    'Im 19. Jahrhundert stand hier eine Mühle. |Sie brannte ab.',
    'König Friedrich II. regierte lange. |Er starb 1786.',
    'Er sagte: „Nein. Niemals.“ |Dann ging er.',
    '„Nein. Niemals“, sagte er. |Dann ging er.',
    'Im 1. Jh. v. Chr. lebten hier Menschen. |Sie säten Korn.',
    'Er lebte in der Goethestr. 5. |Das Haus steht noch.',
    'Er wurde 3. |Sein Bruder gewann.',
    'Am 3. und 4. Mai war Markt. |Am 5. nicht.',
  ],
  fr: [
    'Le min. de l’Int. a réagi. |« C’est grave », a-t-il dit.',

    'Selon Mme P. Durand, no 2 du parti, c’est faux. |M. X. n’a rien dit.',

    'Le proc. de la Rép. a requis 3 ans. |L’avocat a fait appel.',

    'Selon l’A.F.P., 12 pers. sont mortes le 1er janv. 2024. |L’enquête continue.',
    'Le gén. de Gaulle et le col. Martin arrivèrent à 5 h. 30. |Ils repartirent.',

    'C’est M. Martin ? |Non. |Ch. de Gaulle est mort. |L’État a payé.',
    'M. Dupont et Mme Durand sont arrivés. |Ils sont repartis.',
    'Le roi, p. ex. Louis XIV, régnait. |Il est mort en 1715.',
    'En 52 av. J.-C. la ville brûla. |Elle fut rebâtie.',
    'L’art. 5, al. 2, s’applique, c.-à-d. toujours. |Voir p. 12.',
    'Il a dit : « C’est fini. Rentrez. » |Ils sont rentrés.',
    '« C’est fini ! » dit-il. |Il partit.',
    'Est-ce vrai ? |Oui ! |Vraiment ?',
    'Cela coûte 1 083,50 euros env. |C’est trop.',
    'Il y avait du pain, de l’eau, etc. |Tout manquait ailleurs.',
    'Le Dr A. Martin et J.-P. Durand ont signé. |Personne d’autre.',
    'Il habite St-Denis, bd. Voltaire, no. 5. |Il est né à Lyon.',
    'MM. Lis et Kos ont témoigné. |Le juge les a crus.',
  ],
  es: [
    'Detuvieron a 3 pers. en la pza. Mayor. |Las soltaron.',

    'El gral. López y el Ing. Ruiz, de la U.N.A.M., llegaron. |No hablaron.',

    'Según la O.N.U., murieron 12 pers. el 1 de ene. de 2024. |Hay heridos.',

    'El barco volvió al mar. |Nadie murió. |Dijo que no. |Ruiz calló.',
    'El Sr. Gómez y la Sra. Ruiz llegaron. |Se fueron pronto.',
    'EE. UU. y la UE firmaron. |China no firmó.',
    'Había pan, agua, p. ej. |No había sal.',
    'Hay varios casos, p. ej. el de Ruiz. |Nadie habla.',
    '¿Es verdad? |¡Sí! |¿Quién lo dice?',
    'Dijo: «No. Nunca». |Se fue.',
    'El art. 5, núm. 3, pág. 12, lo prohíbe. |Nadie lo lee.',
    'Costó 1.083,50 euros aprox. |Era mucho.',
    'D. José y Dña. Ana vivían en la Avda. Mayor. |Murieron.',
    'Nació en el s. XX a. C. según algunos. |No es cierto.',
    'El Dr. J. L. Borges escribió. |Lo leemos.',
  ],
  it: [
    'Secondo l’A.N.S.A., il 1° gen. 2024 morirono 12 pers. |L’inchiesta continua.',

    'Il sig. Rossi e il dott. Bianchi arrivarono. |Partirono subito.',
    'Nel sec. XX c’era un mulino. |Bruciò.',
    'Disse: «No. Mai». |Se ne andò.',
    'Vedi art. 5, p. 12, ecc. |È tutto lì.',
    'G. Verdi nacque nel 1813. |Morì a Milano.',
  ],
  pt: [
    'O Sr. Silva e a Sra. Costa chegaram. |Foram embora.',
    'O art. 5, n.º 3, aplica-se. |Ninguém o lê.',
    'O Dr. J. Lopes falou. |Todos ouviram.',
  ],
  nl: [
    'Volgens het A.N.P. vielen er op 1 jan. 2024 ca. 12 doden. |Het onderzoek loopt.',

    'Dhr. Jansen en mevr. De Vries kwamen. |Ze gingen weer.',
    'Het kostte o.a. 1.083,50 euro, d.w.z. te veel. |Niemand betaalde.',
    'Prof. dr. A. de Boer sprak. |Iedereen zweeg.',
  ],
  lt: [
    'Prokuratūros atst. E. Martinonienė to nekomentavo. |Byla tęsiama.',

    'Pasak min. A. Bilotaitės, tvora – 502 km ilgio. |Ji baigta.',

    'Sulaikyta apie 1,5 tūkst. žm. |Dauguma paleista.',

    'Pasak VSAT, 2024 m. sausio 1 d. sieną kirto 12 asm. |Jie sulaikyti.',
    'Adv. A. Petraitis ir kt. pateikė skundą. |Teismas jį atmetė.',

    'A. Lukašenka atvyko 2020 m. rugpjūčio 9 d. |Jis gimė 1954 m. Kopysyje.',
    '2020 m. rugpjūčio 9 d. vyko rinkimai. |Jie nebuvo laisvi.',
    'Jis gimė 1970 m. Vilniuje. |Mirė Kaune.',
    'Prezidentas G. Nausėda kalbėjo su prof. A. Kazlausku. |Sutarė greitai.',
    'Vilniuje, Gedimino pr. 5, t. y. centre, vyko mitingas. |Žmonių buvo daug.',
    'Buvo duonos, vandens ir t. t. |Visko trūko.',
    'Žuvo apie 3 tūkst. žmonių. |Sužeistų daugiau.',
    'XX a. čia stovėjo malūnas. |Jis sudegė.',
    'Jis sakė: „Ne. Niekada.“ |Ir išėjo.',
  ],
  lv: [
    'Par to ziņo LETA. |Prez. E. Rinkēvičs klusē.',

    '2020. gada 9. augustā notika vēlēšanas. |Tās nebija brīvas.',
    'Prezidents E. Rinkēvičs runāja. |Visi klusēja.',
    'Bija maize, ūdens u. c. |Visa trūka.',
  ],
  sv: [
    'Enligt TT dog 12 pers. den 1 jan. 2024. |Utredning pågår.',
    'Han kom bl.a. från Minsk, dvs. österifrån. |Han stannade.',
    'Kl. 5 gick t.ex. tåget. |Det var sent.',
  ],
  fi: ['Vaalit pidettiin 9. elokuuta 2020. |Ne eivät olleet vapaat.', 'Hän oli esim. Minskissä. |Sitten hän lähti.'],
}
