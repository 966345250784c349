import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { blocksOfText, leftOutWords } from './pasted-block.ts'
import { blocksOfHtml } from './pasted-html.ts'

const read = (html: string) =>
  blocksOfHtml(parseHTML(`<html><body>${html}</body></html>`).document.body as unknown as Element)
const told = (html: string) => read(html).blocks.map(({ kind, level, text }) => `${kind}${level ?? ''}: ${text}`)

/** As Google Docs writes it: everything in a bold element that is not bold, spans with styles, levels on the items. */
const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7c1f">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt">The weir</span></h1>
<p dir="ltr"><span>It broke in </span><span style="font-weight:700">March</span><span>.</span></p><br />
<h2 dir="ltr"><span>The count</span></h2>
<ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>two dead</span></p></li>
<ul><li dir="ltr" aria-level="2"><p role="presentation"><span>one a child</span></p></li></ul></ul>
<p dir="ltr"><span>So the register says.</span></p></b>`

/** As Word for Windows writes it: lists as paragraphs, tracked changes, comments and notes at the end. */
const WORD = `<!--StartFragment--><h2><span lang=EN-GB>The count<o:p></o:p></span></h2>
<p class=MsoNormal><span>It broke in <del cite="mailto:Ann" datetime="2026-01-02T10:00"><span>February</span></del><ins
cite="mailto:Ann"><span>March</span></ins>,<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor
href="#_msocom_1">[AB1]</a></span></span> the clerk says.<a style='mso-footnote-id:ftn1' href="#_ftn1"><span
class=MsoFootnoteReference>[1]</span></a></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>two dead</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>one&nbsp;a child</p>
<p class=MsoQuote>“We heard it go.”</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>hidden</span>The end.</p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>[1] The log.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1"><p class=MsoCommentText>Which clerk?</p></div></div></div>
<!--EndFragment-->`

/** As Firefox copies a page. */
const PAGE = `<h2>The count<span hidden> (edit)</span></h2><p>Two dead,
  they   say.<br>And more.</p><blockquote><p>We heard it go.</p><p>Twice.</p></blockquote>
<ol><li>one<ul><li>half</li></ul></li><li>two</li></ol><table><tr><th>Dead</th><td>2</td></tr></table><script>alert(1)</script>
<div>A<div>B</div>C</div>one<br><br>two`

describe('what is pasted as HTML', () => {
  test('from Google Docs', () => {
    expect(told(DOCS)).toEqual([
      'heading2: The weir',
      'paragraph: It broke in March.',
      'heading3: The count',
      'list_item1: two dead',
      'list_item2: one a child',
      'paragraph: So the register says.',
    ])
  })

  test('from Word, without what it marks as deleted, comments and notes; and says so', () => {
    expect(told(WORD)).toEqual([
      'heading2: The count',
      'paragraph: It broke in March, the clerk says.',
      'list_item1: two dead',
      'list_item2: one a child',
      'quotation: “We heard it go.”',
      'paragraph: The end.',
    ])
    expect(leftOutWords(read(WORD).left)).toBe(
      'Left out of what was pasted: a passage marked as deleted, a margin comment and a footnote.',
    )
  })

  test('from a page in a browser', () => {
    expect(told(PAGE)).toEqual([
      'heading2: The count',
      'paragraph: Two dead, they say. And more.',
      'quotation: We heard it go.',
      'quotation: Twice.',
      'list_item1: one',
      'list_item2: half',
      'list_item1: two',
      'paragraph: Dead | 2',
      'paragraph: A',
      'paragraph: B',
      'paragraph: C',
      'paragraph: one',
      'paragraph: two',
    ])
    expect(leftOutWords(read(PAGE).left)).toBeNull()
  })

  test.each([
    [' or <b>more</b> ', ' or more '],
    ['\nor\n', 'or'],
    ['<p> or more </p>', 'or more'],
  ])('%j keeps the space beside words out of a line', (html, text) => expect(read(html).blocks[0]?.text).toBe(text))

  test.each([
    ['5<sup>2</sup> m, CO<sub>2</sub>, the 4<sup>th</sup>', '5² m, CO₂, the 4th'],
    ['<p><s>not </s>guilty</p>', 'guilty'],
    ['<p><math>x</math> costs</p>', 'x costs'],
    ['<p><span style="background:url(display:none)">seen</span></p>', 'seen'],
    ['<table><tr><td><p>Year</p><p>of it</p></td><td>2021</td></tr></table>', 'Year of it | 2021'],
  ])('%j keeps its meaning: %s', (html, text) => expect(read(html).blocks.map((block) => block.text)).toEqual([text]))

  test('bounds levels, depth, and the time that white space and styles take', () => {
    expect(read('<li data-level="1e9">a</li><li aria-level="-5">b</li>').blocks.map(({ level }) => level)).toEqual([
      6, 1,
    ])
    expect(read(`${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}`).blocks).toEqual([
      { kind: 'paragraph', text: 'deep' },
    ])
    expect(read(`<p>a${' '.repeat(400_000)}b${'\u00a0'.repeat(400_000)}</p>`).blocks).toHaveLength(1)
    expect(read(`<p style="${'mso-list:'.repeat(100_000)}">c</p>`).blocks).toHaveLength(1)
  })

  test('says nothing of empty deletions', () => expect(leftOutWords(read('<p>a<del> </del>b</p>').left)).toBeNull())
})

describe('what is pasted as plain text', () => {
  test.each([
    ['A.\n\nB.', ['paragraph: A.', 'paragraph: B.']],
    ['A\nline.', ['paragraph: A line.']],
    [
      '## The count\nTwo.\n- one\n  - half\n- two\n\n> We heard\n> it go.\nEnd',
      [
        'heading2: The count',
        'paragraph: Two.',
        'list_item1: one',
        'list_item2: half',
        'list_item1: two',
        'quotation: We heard it go. End',
      ],
    ],
    ['It fell to\n- 7 degrees, with more\n> 5 of them', ['paragraph: It fell to - 7 degrees, with more > 5 of them']],
    ['1. one\n2) two', ['list_item1: one', 'list_item1: two']],
    ['- 12 degrees', ['paragraph: - 12 degrees']],
    ['• один\n• два', ['list_item1: один', 'list_item1: два']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(blocksOfText(text).map(({ kind, level, text: words }) => `${kind}${level ?? ''}: ${words}`)).toEqual(
      expected,
    )
  })
})
