import { LiveServer } from './live-server.ts'

/** A live server as a process of its own, so that it can be killed: says its address, and runs until it is. */
const { DATABASE_URL = '', REDIS_URL, PORT, AHEAD_MS } = process.env

// A clock that is wrong, where a test wants one.
const ahead = Number(AHEAD_MS) || 0
if (ahead !== 0) {
  const now = Date.now
  Date.now = () => now() + ahead
}

const server = await LiveServer.open({ databaseUrl: DATABASE_URL, redisUrl: REDIS_URL || undefined }, Number(PORT) || 0)
console.log(server.url)
// Whoever started it may be gone, and could not say so.
process.stdin.resume().on('end', () => process.exit(0))
