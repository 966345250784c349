import type { BoundedAnswer } from '@/lib/platform/process/bounded-process.ts'
import type { ReadingQuestion } from './question.ts'

/** Answers one question after another; `reading.ts` starts it, and ends it where an answer takes too much. */
process.on('message', async (question: ReadingQuestion) => {
  const answer = await answerTo(question).then((found) => ({ answer: found }), fault)
  process.send?.({ ...answer, held: process.memoryUsage.rss() } satisfies BoundedAnswer)
})
process.on('disconnect', () => process.exit(0))

/** Loads only what a question needs: it is read again by every process, and takes memory of what it was given. */
async function answerTo(question: ReadingQuestion): Promise<unknown> {
  switch (question.read) {
    case 'page': {
      const { extract } = await import('../extract/extract.ts')
      return extract(question.content)
    }
    case 'bibliography': {
      const { readBibliography } = await import('../bibliography/reader.ts')
      return readBibliography(question.text, question.kind)
    }
    case 'article': {
      const { readArticle } = await import('./article-reader.ts')
      return readArticle(question.text, question.language)
    }
    case 'picture': {
      const { shownPicture } = await import('../picture/walk.ts')
      return shownPicture(question.bytes, question.mediaType)
    }
    case 'quotes': {
      const { checkQuotes } = await import('@/lib/domain/quote/check.ts')
      return checkQuotes(question.text, question.quotes, question.earlier)
    }
  }
}

/** Memory that the system refused is an exception in some places of Node, and the end of the process in others. */
function fault(error: unknown): { fault: 'failed' | 'too_much_memory' } {
  const isMemory = error instanceof RangeError && /memory|allocation|array length|string length/i.test(error.message)
  return { fault: isMemory ? 'too_much_memory' : 'failed' }
}
