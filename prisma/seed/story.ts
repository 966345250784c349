import type { Confidence, Verdict } from '@/lib/domain/check/scale.ts'

/** Who sits at the demo desk. The names are made up; so are the addresses. */
export const PEOPLE = {
  owner: { name: 'Alena', email: 'owner@attest.example' },
  editor: { name: 'Marek', email: 'editor@attest.example' },
  checker: { name: 'Ioana', email: 'checker@attest.example' },
} as const
export type Seat = keyof typeof PEOPLE

type Rating = { claim: string; by: Seat; verdict: Verdict; confidence: Confidence; rationale: string }

const BYPOL = 'BYPOL claimed that Belarusian partisans were responsible'
const JANUARY = 'In mid-January, the Cyber Partisans launched a cyberattack'
const APRIL = 'by late April there were at least 11 partisans detained'
const LAW = 'In September 2023 a Belarusian law forbade the renewal'

/** Made on the first wording of the fatality count, which then changes: the demo's stale check. */
export const EARLY_RATINGS: Rating[] = [
  {
    claim: 'Fatalities',
    by: 'checker',
    verdict: 'not_enough_evidence',
    confidence: 'moderate',
    rationale: 'No source on the shelf counts the dead. “Unknown” is what can be said.',
  },
  {
    claim: 'Fatalities',
    by: 'owner',
    verdict: 'not_enough_evidence',
    confidence: 'low',
    rationale: 'Looked through the human-rights reports we have; none gives a figure.',
  },
]

export const RATINGS: Rating[] = [
  {
    claim: BYPOL,
    by: 'checker',
    verdict: 'supported',
    confidence: 'high',
    rationale: 'The claim says what BYPOL claimed, and it did claim it.',
  },
  {
    claim: BYPOL,
    by: 'editor',
    verdict: 'conflicting_evidence',
    confidence: 'moderate',
    rationale:
      '“By members of the group” is contradicted in 2024: the head of the Security Service of Ukraine says its drones did it.',
  },
  {
    claim: JANUARY,
    by: 'checker',
    verdict: 'refuted',
    confidence: 'high',
    rationale: 'The group’s own post is of Monday 24 January 2022. That is not mid-January.',
  },
  {
    claim: JANUARY,
    by: 'editor',
    verdict: 'conflicting_evidence',
    confidence: 'moderate',
    rationale: 'The date is wrong, the attack and the demands are right.',
  },
  {
    claim: APRIL,
    by: 'checker',
    verdict: 'refuted',
    confidence: 'moderate',
    rationale: 'Viasna counts at least 11 detained by 31 March 2022. The number stands, its date does not.',
  },
  {
    claim: APRIL,
    by: 'editor',
    verdict: 'supported',
    confidence: 'low',
    rationale: 'At least 11 by the end of March is also at least 11 by late April. Loose, not false.',
  },
  {
    claim: LAW,
    by: 'checker',
    verdict: 'refuted',
    confidence: 'high',
    rationale: 'It was Decree No. 278, published on 4 September 2023. A decree is not a law.',
  },
  {
    claim: LAW,
    by: 'editor',
    verdict: 'supported',
    confidence: 'moderate',
    rationale: 'The effect is as described. Only the name of the instrument is off.',
  },
  {
    claim: 'was reportedly damaged as two explosions were heard',
    by: 'checker',
    verdict: 'supported',
    confidence: 'moderate',
    rationale: '“Reportedly” carries it: explosions and reports of damage on 26 February.',
  },
  {
    claim: 'between 200,000 and 500,000 Belarusians left Belarus',
    by: 'checker',
    verdict: 'supported',
    confidence: 'moderate',
    rationale: 'The Assembly’s news item gives this range. Its report has a narrower one, inside it.',
  },
  {
    claim: 'the Coordination Council led by Sviatlana Tsikhanouskaya was formed on 14 August',
    by: 'editor',
    verdict: 'not_enough_evidence',
    confidence: 'low',
    rationale: 'Our one source dates the first meeting to 19 August; nothing on the shelf dates the founding.',
  },
]

export const ADJUDICATION = {
  claim: JANUARY,
  verdict: 'refuted' as Verdict,
  confidence: 'high' as Confidence,
  reason: 'Two independent items date the post to 24 January. A wrong date refutes the claim as worded; reword it.',
}

export const PROPOSALS = [
  {
    claim: JANUARY,
    replace: ['In mid-January,', 'On 24 January,'],
    reason: 'Both dated items show the group’s own post of 24 January 2022.',
  },
  {
    claim: APRIL,
    replace: ['by late April', 'by the end of March'],
    reason: 'Viasna’s count of at least 11 is of 31 March 2022.',
  },
  {
    claim: LAW,
    replace: ['a Belarusian law forbade', 'a Belarusian decree forbade'],
    reason: 'The instrument was Decree No. 278.',
  },
] as const

export const THREADS = [
  {
    claim: BYPOL,
    by: 'owner' as Seat,
    quote: 'by members of the group',
    body: 'Attribute the drones in the text instead? @Marek, your call on the wording.',
    mention: 'editor' as Seat,
    reply: { by: 'editor' as Seat, body: 'Yes, once the two of us agree on the verdict.' },
  },
  {
    claim: 'Arrests',
    by: 'checker' as Seat,
    quote: '',
    body: 'The infobox has said “at least 60” since October 2022. @Alena, do we know whose count this is, and of which date?',
    mention: 'owner' as Seat,
    reply: null,
  },
]

/** Fields and list items that state nothing to check. */
export const NOT_CHECKABLE = [
  { label: 'Title', reason: 'The article’s own name' },
  { section: 'See also', reason: 'A link to another article' },
]
