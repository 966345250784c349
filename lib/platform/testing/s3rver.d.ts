declare module 's3rver' {
  /** A server of the S3 protocol that keeps its buckets in a folder. Only what the tests use of it. */
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      configureBuckets: { name: string; configs: string[] }[]
    })
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
