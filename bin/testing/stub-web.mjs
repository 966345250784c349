/** Stands in for Next.js in tests of `npm start`: called like it, answers every request with what it was started with. */
import { createServer } from 'node:http'

const [, host, , port] = process.argv.slice(3)
const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL } = process.env

createServer((_, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ pid: process.pid, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL }))
}).listen(Number(port), host)
