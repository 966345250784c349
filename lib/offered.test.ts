import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Where each action is offered, and who decides that: what the server would refuse is not offered. `rule` is the ability,
 * or the function of `lib/domain`, that the screens in `asks` name before they offer anything, and that the server names
 * in `decides` before it records anything.
 */
type Row = { asks: string[]; rule: string; decides: string }

const actions = (name: string) => `lib/actions/${name}.ts`
const data = (name: string) => `lib/data/${name}.ts`
const screen = (room: string, ...names: string[]) => names.map((name) => `components/${room}/${name}.tsx`)

/** A role is all that is asked. */
const role = (rule: string, decides: string, asks: string[]): Row => ({
  rule: `'${rule}'`,
  decides: actions(decides),
  asks,
})
const by = (rule: string, decides: string, asks: string[]): Row => ({ rule, decides: data(decides), asks })

const dossier = (...names: string[]) => screen('dossier', ...names)
const review = (...names: string[]) => screen('review', ...names)
const withdrawing = by('mayWithdraw', 'claim/annotation', dossier('frame/withdraw-button'))
const anyone = 'anyone on the desk'

const OFFERED: Record<string, Row | typeof anyone> = {
  'account.changePassword': anyone,
  'annotation.attachSource': role('citation.attach', 'annotation', dossier('evidence/evidence')),
  'annotation.amendCitation': by(
    'mayWithdraw',
    'claim/citation',
    dossier('evidence/citation', 'evidence/citation-reader'),
  ),
  'annotation.logSearch': role('citation.attach', 'annotation', dossier('evidence/searches')),
  'annotation.withdrawSearch': withdrawing,
  'annotation.assessClaim': by('whyNotAssess', 'claim/assessment', dossier('assessment/assessments')),
  'annotation.reaffirmCheck': by('whyNotAssess', 'claim/assessment', dossier('need')),
  'annotation.adjudicateClaim': by('whyNotAdjudicate', 'claim/assessment', dossier('assessment/assessments')),
  'annotation.startThread': role('comment.write', 'annotation', dossier('discussion/discussion')),
  'annotation.reply': role('comment.write', 'annotation', dossier('discussion/discussion')),
  'annotation.resolve': role('comment.write', 'annotation', dossier('discussion/discussion')),
  'annotation.reopen': role('comment.write', 'annotation', dossier('discussion/discussion')),
  'annotation.withdrawCitation': withdrawing,
  'annotation.withdrawAssessment': withdrawing,
  'annotation.withdrawAdjudication': withdrawing,
  'annotation.withdrawComment': withdrawing,
  'assignment.assignClaim': by("'claim.assign'", 'claim/assignment', dossier('assignment/assignees')),
  'assignment.endAssignment': role('claim.take', 'assignment', dossier('assignment/assignees')),
  'article-detail.amendDetails': role('article.amend', 'article-detail', screen('desk', 'details-screen')),
  'article-detail.archive': role('article.archive', 'article-detail', screen('desk', 'details-screen')),
  'article-detail.bringBack': role('article.archive', 'article-detail', screen('desk', 'details-screen')),
  'article.bringIn': role('article.import', 'article', screen('desk', 'desk-screen')),
  'capture.paste': role('source.add', 'capture', screen('sources/shelf', 'screen')),
  'capture.importFile': role('source.add', 'capture', screen('sources/shelf', 'screen')),
  'capture.ask': role('source.capture', 'capture', screen('sources/page', 'screen')),
  'capture.state': anyone,
  'capture.newest': anyone,
  'notification.markAllRead': anyone,
  'notification.markRead': anyone,
  'notification.dismissMention': anyone,
  'recording.previewUpstream': role('article.import', 'recording', screen('galley', 'galley-screen')),
  'recording.takeUpstream': role('article.import', 'recording', screen('galley', 'galley-screen')),
  'recording.previewRestoring': role(
    'wording.restore',
    'recording',
    screen('history', 'history-screen', 'revision-screen'),
  ),
  'recording.restoreArticle': role(
    'wording.restore',
    'recording',
    screen('history', 'history-screen', 'revision-screen'),
  ),
  'redaction.redactEntry': role('record.redact', 'redaction', [
    ...dossier('frame/redaction'),
    ...screen('history', 'history-screen'),
  ]),
  'redaction.redactSource': role('record.redact', 'redaction', screen('sources/page', 'screen')),
  'redaction.redactReason': role('record.redact', 'redaction', screen('sources/page', 'screen')),
  'redaction.redactSnapshot': role('record.redact', 'redaction', screen('sources/page', 'screen')),
  'review.acceptMany': by('mayAccept', 'review/batch', review('selection-bar', 'review-list')),
  'review.rejectMany': by('mayReject', 'review/batch', review('selection-bar', 'review-list')),
  'source.add': role('source.add', 'source', screen('sources/shelf', 'screen')),
  'source.amend': role('source.add', 'source', screen('sources/page', 'screen')),
  'source.grade': role('source.grade', 'source', screen('sources/page', 'screen')),
  'source.merge': by('decideMerge', 'source/merge', screen('sources/page', 'merge-form')),
  'source.part': role('source.merge', 'source', screen('sources/page', 'screen')),
  'source.reference': anyone,
  'source.searchForDesk': anyone,
  'source.setApart': role('source.grade', 'source', screen('sources/page', 'screen')),
  // The page says whether its reader sees it, asking the same function.
  'source.setContact': by('maySeeContact', 'source/contact', ['lib/data/shelf/source-page.ts']),
  'source.setOrigin': role('source.grade', 'source', screen('sources/page', 'screen')),
  'structure.split': by('splitAt', 'revision/structure', dossier('wording/structure-panel')),
  'structure.merge': by('mergedText', 'revision/structure', dossier('wording/structure-panel')),
  // The queue says of each entry whether its reader may accept it, asking the same function.
  'structure.acceptChange': by('mayAccept', 'revision/structure', review('proposal-card')),
  'structure.rejectChange': by('mayReject', 'revision/structure', review('proposal-card')),
  'structure.withdrawChange': by('mayChangeProposal', 'revision/structure', review('proposal-card')),
  'wording.accept': by('mayAccept', 'revision/wording', review('proposal-card')),
  'wording.amend': by('mayChangeProposal', 'revision/amendment', review('proposal-card')),
  'wording.markCheckable': role('claim.mark_checkable', 'wording', dossier('wording/history')),
  'wording.propose': role('wording.propose', 'wording', dossier('wording/history')),
  'wording.record': role('wording.record', 'wording', dossier('wording/edit-panel')),
  'wording.reject': by('mayReject', 'revision/wording', review('proposal-card')),
  'wording.restore': by('whyNotRestore', 'revision/wording', dossier('wording/history')),
  'wording.takeOver': by('mayTakeOver', 'revision/amendment', review('proposal-card')),
  'wording.withdrawProposal': by('mayChangeProposal', 'revision/wording', [
    ...review('proposal-card'),
    ...dossier('wording/history'),
  ]),
  'working.previewWorking': role('wording.propose', 'working', screen('editing', 'editing-screen')),
  'working.recordWorking': role('wording.propose', 'working', screen('editing', 'editing-screen')),
}

/** Every action that a page can send, as "file.name". */
const sent = globSync('lib/actions/*.ts', { exclude: ['**/*.test.ts'] })
  .map((file) => [basename(file, '.ts'), readFileSync(file, 'utf8')] as const)
  .filter(([, text]) => text.startsWith("'use server'"))
  .flatMap(([name, text]) => [...text.matchAll(/^export const (\w+)/gm)].map(([, action]) => `${name}.${action}`))

test('every action has its row', () => {
  expect(Object.keys(OFFERED).sort()).toEqual(sent.sort())
})

/** A selection may lie in several articles: each is asked about by itself. */
const OF_SEVERAL = ['lib/actions/review.ts']

test('every action names its ability as it is made', () => {
  const bare = globSync('lib/actions/*.ts').filter((file) => / = action\(/.test(readFileSync(file, 'utf8')))
  expect(bare).toEqual(OF_SEVERAL)
})

test.each(Object.entries(OFFERED))('%s is offered by the rule that the server decides by', (_, row) => {
  if (row === anyone) return
  const names = (file: string) => readFileSync(file, 'utf8').includes(row.rule)
  expect({ rule: row.rule, asks: row.asks.filter((file) => !names(file)), decides: names(row.decides) }).toEqual({
    rule: row.rule,
    asks: [],
    decides: true,
  })
})
