import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
];

const config: NextConfig = {
  // Prerendered shells cannot carry the nonces of a content security policy.
  cacheComponents: false,
  poweredByHeader: false,
  // The gate checks types, those of the tests too; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native code and packages that read files beside themselves stay outside the bundle.
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "pg",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
