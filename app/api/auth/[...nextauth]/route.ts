import NextAuth from 'next-auth'
import { signInOptions } from '@/lib/actions/sign-in.ts'

const handler = NextAuth(signInOptions)

export { handler as GET, handler as POST }
