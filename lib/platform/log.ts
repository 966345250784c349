import pino from 'pino'

/** What the operators read. Never a name, an address or what someone typed. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'warn', base: null })
