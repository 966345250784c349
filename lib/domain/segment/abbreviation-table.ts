/**
 * Words that end in a full stop without ending a sentence, by language; the classes are explained in
 * `segment-abbreviation.ts`. Keys are lower case, without the last full stop and without spaces ("т. д." is "т.д").
 * Sources: the lists of sentencex 0.1.31, extended by those of Wikipedia's manuals of style and by reading.
 */
export type AbbreviationClass = 'never' | 'inner' | 'numbered' | 'dated' | 'counted' | 'either' | 'closing'

export type AbbreviationTable = Partial<Record<AbbreviationClass, string>>

/** Understood in every language. */
export const LATIN: AbbreviationTable = {
  never: 'mr mrs ms dr prof rev fr lt col maj capt gen st ste mlle mme msgr cf vs ca approx resp incl excl',
  inner: 'e.g i.e viz',
  numbered:
    'no nos nr n° nº p pp vol vols art arts fig figs ch chap sec sect par c fl d b r ed op cit n pt tab eq app cap tel str § ' +
    'jan feb febr mar apr jun jul aug sep sept okt oct nov dec ene abr ago dic giu lug ott janv févr avr juil déc mrt',
  either: 'u.s u.k u.n e.u u.s.a u.s.s.r inc corp ltd co bros llc ph.d m.d b.a m.a b.sc m.sc ibid s.r.l g.m.b.h e.v',
  closing: 'etc et.al a.m p.m b.c a.d b.c.e c.e s.a',
}

/** Understood in every language written in Cyrillic. */
export const CYRILLIC: AbbreviationTable = {
  never:
    'ок обл вобл вул ул пл пр-т просп праф проф акад чл.-кар чл.-корр д-р канд палк полк палкоўн лейт ' +
    'св напр т.е т.зв т.н т.к т.ч в.т.л у.т.л г.зн г.зв гэта.зн ср глядз параўн англ лац польск ' +
    'укр франц яўр араб грэч дэп р-н воз хут мяст арх тав тов п.н зав рэд дер д с п пос х м-ко оз прыбл прибл ' +
    'ген.-лейт ген.-палк ген.-полк ген.-маёр ген.-майор кап.-лейт подп орг чл зб сп засл нар смт аэр аэрап б-р наб инж інж гвард л-т',
  numbered:
    'арт стар стор пп пункт рис рыс мал табл тт вып кн изд раздз разд § № кв корп буд км каб б арк іл вид ' +
    'янв фев февр апр авг сент окт нояб дек студз лют сак крас чэрв ліп жн верас кастр ліст снеж ' +
    'січ берез бер квіт трав черв серп жовт лист груд',
  counted: 'г гг р рр в вв ст стст ч мин хв хвил см м т ц га кг л',
  either:
    'пр ген нем рус бел груз кап млн млрд тыс тис гр пер зам нам им ім гл пом нач сл лат лит літ рук а.а с.ш ю.ш н.ш прыл',
  closing:
    'ин ін др руб коп грн дол долл чел чал экз асоб осіб т.д т.п и.т.д и.т.п і.г.д г.д і.да.т.п и.др и.пр і.інш інш та.ін н.э да.н.э ' +
    'до.н.э н.е до.н.е гэтак.далей тощо і.т.д і.т.п',
}

export const BY_LANGUAGE: Record<string, AbbreviationTable> = {
  en: {
    never:
      'hon messrs cmdr cpl sgt pvt adm gov pres sen rep supt insp det amb mt ft circa esp al.eg lt.col lt.gen maj.gen ' +
      'brig brig.gen sgt.maj a.k.a né gens sens reps drs bldg br const dep assoc asst pte comm natl intl exh def civ crim evid atty resp app ' +
      'commr dir vice.adm rear.adm bp abp card ald cllr',
    numbered:
      'ser abs nt ex exs exhs sched scheds para paras sect sects dkt supp cir dist cl amend tit stat reg regs rptr ord ' +
      'annex encl lot grp sq bk pl app.div l.ed s.ct f.supp',
    dated: 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
    either: 'd.c jr sr esq dept univ assn inst ave blvd rd hwy est min max no.s admin ct',
    closing: 'al',
  },
  // Also in Łacinka: h. (horad, hod), vul., h. zn. (heta značyć), t. zv. (tak zvany), ś. (śviaty).
  be: {
    never:
      'vul vuł vobł vobl praf akad h.zn t.zv im ś śv n.p napr dyr kan pl pł dz ch дз hł hl pr prasp pras zav vyd red ' +
      'pierakł łac hr hram dr inž hen pałk kap.1 st.m aŭt bł bulv m-k biełar pol niam ruskaj zb art.kir nam',
    numbered: 'art s r-n bud kab č čč dad mal rys tab arts p pp kn vyp razdz tt nr łit korp',
    counted: 'h hh st stst hadz chv hod hadoŭ',
    either: 'tys młn młrd mln mlrd dal',
    closing: 'i.h.d h.d i.d.t.p d.t.p i.inš inš rub kap čał as asob ekz n.e da.n.e i.da.t.p i.h.dalej',
  },
  ru: {},
  uk: { never: 'м реч прем речн', counted: 'крб год' },
  pl: {
    never:
      'ul św tzw tzn np m.in ok wg ks płk ppłk mjr kpt por ppor hab inż mgr dr.hab al gm pow woj zob por.np red p pp ' +
      'tj ds dot bp abp kard o oo ss sp pl cz sz dz ch rz ur zm wyd tłum rzeczn prez wicemin nadkom podkom asp sierż asyst dypl st.asp sędz prok adw not zast dyr kier przew sekr gen.bryg st.sierż mł.asp kpr st.kpr ' +
      'sp.z sp.k sp.j fa łac niem fr hiszp jęz im.św wyd.pol c.d cd przyp zb.orz zw wsp współpr oprac przekł',
    numbered: 'nr s str art ust poz pkt lit t rozdz tab rys godz par zał pok m lok sygn vol dz.u',
    counted: 'r w ww os min sek egz szt',
    either: 'tys mln mld proc im',
    closing: 'itd itp i.in in p.n.e n.e o.o z.o.o nast k.k k.p.k k.c k.p.c k.p.a n.p.m cdn',
  },
  de: {
    never:
      'z.b d.h u.a bzw vgl sog bspw hl hr frl dipl ing evtl ggf i.d.r o.g s.o s.u v.a z.t z.zt i.d a.d d.i h.c geb gest ' +
      'verh gem hrsg fa stiftg dipl.-ing dr.-ing dr.-ing.h.c prof.dr abt abtlg stellv vors gesch gebr ges zw betr inh hptm oberst.lt ' +
      'univ.-prof priv.-doz ra inkl exkl zzgl einschl insb mag allg bes urspr lat engl griech frz u.u eigtl stv i.e.s',
    numbered: 'nr nrn s abs art bd bde kap hs lfd.nr az rdnr ziff.nr str.nr satz lit abb aufl anm ziff rn',
    counted: 'jh jhd jhdt std sek',
    either: 'mio mrd e.v o.ä u.ä max min mind str',
    closing: 'usw u.s.w n.chr v.chr u.v.m u.a.m u.dgl',
  },
  fr: {
    never:
      'gén sté éts proc prés secr m mm mmes mlles me mgr pr p.ex c.-à-d c.à.d av apr ap bd boul éd dir trad ch ph th gal cdt sgt vve',
    numbered: 'al t no nº n° l liv fasc pl art arts chap p pp vol',
    counted: 'hab h',
    either: 'env col janv févr avr juil sept oct nov déc',
    closing: 'j.-c sq sqq suiv',
  },
  es: {
    never:
      'sr sra ilma ilmos excma excmos rvdo sres sras srta dres dra dña dª avda av gral cnel cap tte sto sta excmo ilmo fco mons lic ing arq ' +
      'prof profa fdo pbro cía',
    numbered: 'núm núms cra cll kr dg n.º nº pág págs art arts s t ap inc tel ext fig figs vol vols exp ref',
    either: 'ee.uu p.ej aprox ud uds ss.mm rr.hh cc.aa ff.aa',
    closing: 'a.c d.c',
  },
  it: {
    never: 'sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv ing arch rag on mons p.es es geom cav comm gen',
    numbered: 'pag pagg nn sec n.d art artt co cpv lett cap',
    closing: 'ecc segg seg ss a.c d.c',
  },
  pt: {
    never: 'sr sra srs sras dra profa eng exmo exma av r p.ex ex pe gen cel',
    numbered: 'n n.º nº pág págs',
    closing: 'a.c d.c',
  },
  nl: {
    never: 'dhr mevr mw drs ir ing mr ds bijv bv o.a d.w.z m.b.t i.v.m t.a.v m.n z.g zgn nl jhr kol',
    numbered: 'blz nr',
    either: 'mln mld',
    closing: 'enz e.d e.a v.chr n.chr',
  },
  lt: {
    never:
      't.y pvz g pr al pl doc kun vysk arkiv gen plk mjr kpt ltn vad pan plg žr liet lot rus angl vok lenk pirm red sav ' +
      'apskr r k mst vnt aut vyr atst prez pirmin',
    numbered: 'psl str t',
    either: 'm d a val min tūkst mln mlrd eur',
    closing: 't.t ir.t.t kt ir.kt ir.pan pr.kr po.kr',
  },
  lv: {
    never: 'piem t.i t.s plkv ģen sv red prez min plk',
    numbered: 'lpp',
    either: 'g gs milj tūkst',
    closing: 'u.c u.tml utt u.t.t p.m.ē m.ē',
  },
  cs: {
    never: 'tzv tj tzn např napr popř príp resp ing mgr mudr judr phdr doc gen plk mjr kpt sv čs tř nám ul okr viz',
    numbered: 'č s str čl odst obr kap',
    counted: 'r st stol hod',
    either: 'mil tis mld',
    closing: 'atd apod aj př.n.l n.l pr.n.l',
  },
  sv: {
    never: 'bl.a dvs t.ex f.d s.k jfr f.eks t.d f.n ang inkl exkl kap hr',
    numbered: 'kl s nr st',
    closing: 'm.fl m.m osv o.s.v m.v e.kr f.kr mv',
  },
  fi: { never: 'esim ks mm tri prof vrt nk', numbered: 'n klo s nro', closing: 'ym jne yms ekr jkr' },
  tr: { never: 'doç av örn bkz hz sn yy', numbered: 's no', closing: 'vb vs m.ö m.s' },
  el: { never: 'κ κα κ.κ δηλ βλ αγ στρ', numbered: 'αρ σ σελ άρθρ', either: 'π.χ', closing: 'κ.λπ κλπ κ.ά μ.χ κ.τ.λ' },
  hi: {
    never: 'डॉ डा प्रो श्री पं कु मो स्व सुश्री एड इं कर्नल ले मे जन कै ब्रिग न्या वि मा जि प अ उ इ सं.रा रे मि सर',
    numbered: 'सं पृ क्र नं धा अनु खं भा फो अधि तालि चि सै',
    either: 'कि.मी मी से.मी कि.ग्रा ग्रा लि प्रा.लि ई सन् कं',
    closing: 'रु ई.पू इत्या आदि बजे.पू',
  },
}

/** Languages read with the words of a neighbour. */
export const NEIGHBOURS: Record<string, string> = {
  no: 'sv',
  nb: 'sv',
  nn: 'sv',
  da: 'sv',
  sk: 'cs',
  ca: 'es',
  gl: 'es',
  lb: 'de',
  gsw: 'de',
  nds: 'de',
  af: 'nl',
  mr: 'hi',
  ne: 'hi',
}

/** Words the segmenter takes for abbreviations ("Me.", "Ill.", "Sun.") and that are words when written so. */
export const ORDINARY = new Map<string, RegExp>([
  ['en', /^(?:[Mm]ay|me|id|ill|miss|la|pa|cal|fed|sun|sat|wed|mar|est|ft|rep|sen|det|amb|fig|pres|ave|[Oo]k|OK)$/u],
  ['de', /^(?:war|hat|gut|mag|ist|art|[Mm]ai)$/u],
  ['es', /^(?:mar|con|de|se|no|un|es|son|vez|sur|pan|fue|dijo)$/u],
  ['fr', /^(?:est|mort|sud|nord|pas|non|ans|an)$/u],
])
