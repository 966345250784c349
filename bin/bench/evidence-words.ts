/** What a bench text is made of: words, and patterns of sentences that name them. */

const list = (words: string) => words.split(',')

export const NAMES = list(
  'Ivanova,Kavalenka,Novik,Petrov,Zhuk,Bondar,Savitskaya,Müller,Kowalski,Tamm,Bērziņa,Marchuk,Hrynkevich,Sokolova,Lewandowska,Petrauskas,Yermolenko,Dubois,Karpovich,Lysenko,Okafor,Stankevich,Adamovich,Rudenka,Halavach,Vasilyeu,Nowak,Ozols,Kask,Shevchuk',
)
export const TOWNS = list(
  'Minsk,Brest,Homel,Vitsebsk,Hrodna,Mahilioŭ,Orsha,Asipovichy,Stolin,Lida,Svetlahorsk,Pinsk,Slutsk,Barysaw,Polatsk,Maladzyechna,Baranavichy,Zhlobin,Rechytsa,Kobryn,Vilnius,Białystok,Chernihiv,Daugavpils,Lublin,Kyiv,Warsaw,Riga',
)
export const MONTHS = list('January,February,March,April,May,June,July,August,September,October,November,December')

/** By the letter that stands for them in `PATTERNS`. */
export const WORDS: Record<string, readonly string[]> = {
  // Whoever acts.
  b: list(
    'the interior ministry,the railway,a court,the city council,the opposition group,the border guard,the human rights centre,the prosecutor,a neighbour,the night watchman,two engineers,the regional newspaper,an investigator,the trade union,his lawyer,the hospital,a former officer,the school board,volunteers,the insurance company,the harbour master,her brother,the election commission,a retired judge,the publisher,local farmers,the signalman,an independent monitor,the embassy,the fire brigade,a schoolteacher,the bus company,the museum,several drivers,the archivist,a priest,the water works,the broadcaster,the editors,the parents',
  ),
  // Things.
  t: list(
    'relay cabinet,aircraft,transformer,signal box,bridge,police car,fuel store,radar,railway line,office,letter,warehouse,ledger,tractor,radio mast,notebook,apartment block,monument,contract,database,canteen,ferry,barn,locomotive,passport,photograph,workshop,greenhouse,generator,timetable,well,archive,loudspeaker,cellar,camera,petition,inventory,statue,minibus,laboratory,sawmill,printing press,invoice,hostel,quarry,clock tower,pipeline,playground,dormitory,lorry',
  ),
  // What they are like.
  a: list(
    'old,narrow,unmarked,borrowed,heavy,unfinished,yellow,abandoned,rusty,second,expensive,temporary,private,wooden,locked,forgotten,damp,official,crowded,remote,broken,empty,brick,foreign,quiet,illegal,disputed,repainted,spare,northern,anonymous,half-built,modern,useless,secret,flooded,famous,unheated,rented,ordinary',
  ),
  // What is said.
  v: list(
    'said,claimed,denied,confirmed,reported,wrote,told reporters,announced,insisted,recalled,complained,admitted,suggested,explained,warned,testified,repeated,conceded',
  ),
  // What was done to things.
  d: list(
    'damaged,burned,destroyed,searched,seized,repaired,photographed,guarded,sold,inspected,moved,hidden,painted over,measured,returned,dismantled,insured,cleared,surveyed,emptied,sealed,listed,copied,blocked,rebuilt,auctioned,mentioned,restored',
  ),
  // What people do.
  w: list(
    'walked home,refused to sign,waited outside,lost the keys,asked for water,kept a diary,paid the fine,changed the subject,took the early train,called a doctor,read the verdict aloud,counted the votes again,learned to drive,opened the gate,sent a postcard,hid in the attic,left the country,went on strike,wrote to the bishop,drew a map,missed the hearing,planted an orchard,turned the lights off,carried the coffin,bought bread on credit,recognised the voice,burned the papers,sang in the choir,forgot the password,studied chemistry',
  ),
  // Where.
  p: list(
    'behind the market,at the edge of the forest,near the old brewery,on the second floor,across the river,beside the canal,under the viaduct,in a village without electricity,along the ring road,between two checkpoints,outside the stadium,opposite the post office,in the basement of a clinic,by the slaughterhouse,on a siding,north of the reservoir,in the botanical garden,at a petrol station,on the upper deck,close to the frontier,in an unlit corridor,behind the altar,at the foot of the hill,inside the customs shed',
  ),
  // When.
  m: list(
    'after the rain,before dawn,during the holidays,that same evening,within an hour,a week later,in the middle of the hearing,once the snow had melted,shortly after midnight,while the choir was singing,on the last day of school,between two shifts,at harvest time,before anyone could object,in the hot summer,during a power cut,soon afterwards,for most of the winter,on market day,when the shops had closed',
  ),
  // Why, and what came of it.
  e: list(
    'and nobody was hurt,as far as is known,the family says,according to “two people familiar with it”,and trains were late – by hours,but the final report isn’t public,which officials first called “an accident”,and the first flight left a day later,because the heating had failed,although the law forbids it,so that the story spread quickly,to the surprise of the tenants,and the case was closed,despite three earlier warnings,which explains the missing pages,and it has never been found,since no one had asked,if the minutes can be trusted,without giving a reason,and the debt was forgiven,as the photographs show,but the villagers remember it otherwise,to save money,and the dogs began to bark,out of sheer stubbornness,for reasons that remain unclear,which cost him his job,and the wine was excellent,though nobody believed a word,even if it rained',
  ),
  // What something is about.
  o: list(
    'the price of timber,a stolen bicycle,the history of the parish,road safety,the missing wages,a broken promise,the purity of the water,the new curriculum,smuggled cigarettes,an inheritance,the flood of that spring,an uncle in Canada,the theft of copper cable,the right to strike,a fallen chimney,the quality of the bread,military service,the spelling of a name,the mayor’s garden,a forged signature,fishing rights,the colour of the facade,unpaid overtime,the winter timetable,an unexploded shell',
  ),
}

/** Patterns of sentences. `{x}` is a word of `WORDS`; `{n}` a name, `{y}` a town, `{#}` a number, `{z}` a date. */
export const PATTERNS: readonly string[] = [
  '{m}, {b} {w}, {e}.',
  '{b} {w} {p}, {e}.',
  'The {a} {t} {p} was {d} {m}.',
  '{n} {v} that the {a} {t} had been {d} {m}, {e}.',
  'Nothing in the {t} mentioned {o}, {e}.',
  '“I never saw a {a} {t} there,” {n} {v}, “and I {w} anyway.”',
  'When {b} {w}, {b} was already {p}.',
  'It was {n} who {w} {m}; {b} only {v} so later.',
  'On {z}, {b} {v} that {#} people had been detained in {y}, {e}.',
  'A {a} {t} near {y} was {d} on {z}.',
  'The court sentenced {n} and {#} others to {#} months {p}; {b} appealed, {e}.',
  'Between {#} and {#} people left {y} for {y} {m}, {b} {v}.',
  'There is a {a} {t} {p}, and {b} {v} that it belongs to {n}.',
  'Why {b} {w} is another matter: {o} had been discussed {m}.',
  '{b} spoke for an hour about {o} and hardly at all about {o}.',
  'In {y} the {t} was {d}, {e}; in {y} it was not even {d}.',
  'Neither {b} nor {b} {v} anything about {o}.',
  '{n}, who {w} {m}, {v} that {o} mattered more than the {t}.',
  'Of the {#} witnesses, {#} remembered the {a} {t}, {e}.',
  'He found {#} roubles {p} and {w}.',
  'She {w}, {w} and finally {w}, {e}.',
  'The dispute over {o} began in {y} on {z}, {e}.',
  'Asked about {o}, {b} {v} that the {t} would be {d} {m}.',
  'By then {b} had {d} {#} files, a {t} and one {a} {t}.',
  'What is certain is that the {t} stood {p} {m}.',
  'For {#} years {b} kept the {t} {p}, {e}.',
  'No one in {y} doubts that {n} {w}, {e}.',
  'A letter about {o} reached {y} {m}, but {b} {w}.',
  'The road to {y} was closed; {b} {w} {p}.',
  'If the {a} {t} had been {d} earlier, {b} {v}, {o} would not have come up.',
  'Rumours of {o} were enough: {m} {b} {w}.',
  'Only the {t} survived, {a} and {a}, {p}.',
]

/** What stands again and again on pages, the same each time. */
export const BOILERPLATE: readonly string[] = [
  'Read more about this in our weekly newsletter, which comes every Friday and costs nothing.',
  'Photo: archive of the editors.',
  'If you have seen something, write to us; we never give away the names of those who do.',
  'This article is part of a series. All parts of the series can be read without an account.',
  'Share this story with your friends',
  'Advertisement. The text continues below.',
  'The ministry did not answer a request for comment by the time this was published.',
  'Copying is allowed if the source is named and linked. Reprints in full need our consent.',
  'Updated: an earlier version of this page gave a wrong date. We regret the mistake.',
  'See also: how we check what we publish, who pays for our work, and how to reach us safely.',
]
