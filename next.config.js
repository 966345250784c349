/** @type {import('next').NextConfig} */
export default {
  // The e2e tests build into a folder of their own, so that they never touch a running installation's build.
  distDir: process.env.ATTEST_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Attest shows no foreign images; the optimiser would be a door that nobody needs (and that had holes).
  images: { unoptimized: true },
  // `npm run check -- types` does it, with the tests; a person who starts Attest shouldn't wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@citation-js/core',
    '@citation-js/plugin-csl',
    '@node-rs/argon2',
    'pg',
    'pino',
    'postgres',
    'sentencex-wasm',
    '@tiptap/y-tiptap',
    'yjs',
  ],
  // An article of the largest size taken, with the quoting that JSON adds.
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
}
