import type { ArticleDetails } from '@/lib/domain/article/detail.ts'

/** What the page of an article's details gets. */
export type DetailsView = { article: { id: string; slug: string } & ArticleDetails; seq: number }
