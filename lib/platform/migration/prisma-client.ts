import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Generates the Prisma client into prisma/generated when prisma/schema.prisma has changed since the last time; says
 * whether it did. Generating needs no schema engine, but the command line looks for one and would download it: naming
 * any executable keeps it from asking the network.
 */
export async function generatePrismaClient(root: string): Promise<boolean> {
  const generated = join(root, 'prisma', 'generated')
  const stamp = join(generated, '.schema-hash')
  const schema = await readFile(join(root, 'prisma', 'schema.prisma'))
  const version = await readFile(join(root, 'node_modules', 'prisma', 'package.json'))
  const hash = createHash('sha256').update(schema).update(version).digest('hex')
  const last = await readFile(stamp, 'utf8').catch(() => undefined)
  if (last === hash && (await exists(join(generated, 'client.ts')))) return false
  await runPrisma(root, ['generate', '--no-hints'])
  await writeFile(stamp, hash)
  return true
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

function runPrisma(root: string, args: string[]): Promise<void> {
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The Prisma client could not be generated from prisma/schema.prisma:\n${output.trim()}`))
    })
  })
}
