export type ParseProblem = { code: 'empty' | 'no_title'; message: string }
