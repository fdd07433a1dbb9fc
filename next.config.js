// @ts-check
/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  experimental: { agentUpgrade: false },
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino'],
};

export default config;
