import type { Coverage } from '@/lib/domain/coverage'

// What the desk's first page gets.

export type ArticleCard = {
  slug: string
  title: string
  revision: number
  changedAt: Date
  waiting: number
  coverage: Coverage
}

export type MentionDto = { slug: string; title: string; claim: number; body: string; memberId: string | null; at: Date }
