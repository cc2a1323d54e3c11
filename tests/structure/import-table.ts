interface Row {
  /** A file of the room; it need not exist. */
  room: string;
  may: string[];
  mayNot: string[];
}

/** What no room may import. */
export const never = [
  "fs",
  "node:fs",
  "child_process",
  "lodash",
  "@scope/name",
  "https://example.org/a.js",
  ".",
  "..",
  "./rules",
  "../db",
  "../db.ts",
  "@/lib/format/../db",
  "@/components/../lib/db",
  "@/lib/reports/../reviews/rules",
  "@/app/page",
  "@/scripts/start",
  "@/tests/support/builders",
  "@prisma/client",
];

const pureFiles = [
  "@/lib/format/content",
  "@/lib/checks/finding",
  "@/lib/reports/schema",
  "@/lib/reports/policy",
  "@/lib/reviews/plans/rules",
  "@/lib/reports/workflow",
  "@/prisma/generated/enums",
];
const data = ["@/lib/reports/queries", "@/lib/reports/sections/commands"];
const engine = ["@/lib/db", "@/prisma/generated/client", "pg"];
const request = ["next/headers", "next-auth", "next-auth/jwt"];
const template = "@/lib/notifications/gateway/rules";
const pages = ["@/components/reports/SectionForm", "@/components/ui/Button", "next/link"];

/** Who may import what, by examples. `biome.json` says the same by patterns. */
export const importTable: Row[] = [
  {
    room: "app/(workspace)/desk/page.tsx",
    may: [...pages, ...pureFiles, "next", "react"].concat(
      "@/lib/reports/queries",
      "@/lib/auth/actor",
      "@/lib/errors",
    ),
    mayNot: [...engine, ...request, "@/lib/reports/commands", "@/lib/reports/actions", "@/lib/api"],
  },
  {
    room: "app/(workspace)/layout.tsx",
    may: ["next", "react", "@/components/layout/TopBar", "@/app/globals.css"],
    mayNot: [...engine, ...request, ...data, "@/lib/auth/session", "@/lib/auth/actor"],
  },
  {
    room: "app/api/v1/reports/route.ts",
    may: [
      "@/lib/openapi/document",
      "@/lib/api",
      "@/lib/http",
      "@/lib/input",
      ...data,
      ...pureFiles,
    ],
    mayNot: [...engine, ...request, ...pages, "@/lib/reports/actions", "@/lib/auth/session"],
  },
  {
    room: "app/(public)/reports/route.ts",
    may: ["@/lib/api", ...data, ...pureFiles],
    mayNot: [...engine, ...request, ...pages, "@/lib/auth/session"],
  },
  {
    room: "app/api/auth/[...nextauth]/route.ts",
    may: ["next/server", "next-auth", "next-auth/next", "@/lib/auth/options"],
    mayNot: [...engine, ...data, "next/headers"],
  },
  {
    room: "components/ui/Button.tsx",
    may: [
      "react",
      "react-dom",
      "radix-ui",
      "radix-ui/dialog",
      "next/link",
      "@/components/ui/Spinner",
    ],
    mayNot: [...engine, ...request, ...data, ...pureFiles, "@/components/reports/StateBadge"],
  },
  {
    room: "components/reports/SectionForm.tsx",
    may: [...pages, ...pureFiles, "react", "react-hook-form", "next/navigation"].concat(
      "@/lib/reports/actions",
      "@/lib/reports/sections/actions",
      "@/lib/importing/decode",
    ),
    mayNot: [...engine, ...request, ...data, "radix-ui", "@/lib/format/hash", "@/lib/auth/session"],
  },
  {
    room: "lib/reports/sections/actions.ts",
    may: ["@/lib/action", "@/lib/reports/sections/commands", "@/lib/reports/sections/schema"],
    mayNot: [...engine, ...request, "@/lib/reports/queries", "@/lib/auth/session", "zod"],
  },
  {
    room: "lib/reports/sections/commands.ts",
    may: [...data, ...pureFiles, "server-only", "@/lib/db", "@/lib/env", "@/lib/errors"].concat(
      "@/lib/audit/record",
      "@/lib/jobs/outbox",
      "@/lib/importing/text",
      "@/lib/exporting/pdf",
      "@/lib/format/hash",
      "@/prisma/generated/client",
    ),
    mayNot: [...request, "pg", "next/cache", "@/lib/reports/actions", "@/lib/action"],
  },
  {
    room: "lib/reports/queries.ts",
    may: [...data, ...pureFiles, "@/lib/db", "@/lib/auth/actor", "@/prisma/generated/client"],
    mayNot: [...request, "pg", "react", "@/components/reports/SectionForm", "@/lib/api"],
  },
  {
    room: "lib/reports/schema.ts",
    may: [...pureFiles, "zod"],
    mayNot: [...engine, ...request, ...data, "@/lib/errors", "@/lib/format/hash", "node:crypto"],
  },
  ...["policy", "rules", "workflow", "sections/rules"].map((name) => ({
    room: `lib/reports/${name}.ts`,
    may: [...pureFiles, "diff", "node-diff3", "@/lib/auth/actor", "@/prisma/generated/models"],
    mayNot: [...engine, ...request, ...data, "zod", "@/lib/auth/session", "@/lib/format/hash"],
  })),
  {
    room: "lib/format/2021.ts",
    may: ["@/lib/format/format"],
    mayNot: [...engine, ...data, "zod", "@/lib/checks/finding", "@/lib/format/hash", "react"],
  },
  {
    room: "lib/format/hash.ts",
    may: ["canonicalize", "node:crypto", "@/lib/format/content"],
    mayNot: [...engine, ...data, "@/lib/checks/finding"],
  },
  {
    room: "lib/checks/totals.ts",
    may: ["@/lib/format/format", "@/lib/checks/finding"],
    mayNot: [...engine, ...data, "zod", "@/lib/format/hash", "@/lib/reports/rules"],
  },
  {
    room: "lib/importing/text.ts",
    may: ["@/lib/format/format", "@/lib/importing/lines"],
    mayNot: [...engine, ...data, "@/lib/checks/finding", "@/lib/reports/rules", "@/lib/errors"],
  },
  {
    room: "lib/exporting/pdf.ts",
    may: ["@/lib/format/format", "@/lib/exporting/html", "node:worker_threads", "node:path"].concat(
      "@myriaddreamin/typst-ts-node-compiler",
      "docx",
    ),
    mayNot: [...engine, ...data, "@/lib/checks/finding", "@/lib/reports/rules", "@/lib/errors"],
  },
  {
    room: "lib/openapi/document.ts",
    may: ["zod", "@/lib/errors", "@/lib/format/format", "@/lib/openapi/operations"].concat(
      "@/lib/reports/events/schema",
      "@/prisma/generated/enums",
    ),
    mayNot: [...engine, ...data, "@/lib/format/hash", "@/lib/reports/rules", "@/lib/api", "next"],
  },
  {
    room: "lib/auth/session.ts",
    may: [
      ...request,
      ...pureFiles,
      "@node-rs/argon2",
      "node:crypto",
      "react",
      "zod",
      "next",
    ].concat(
      "server-only",
      "@/lib/db",
      "@/lib/errors",
      "@/lib/audit/record",
      "@/prisma/generated/client",
    ),
    mayNot: ["pg", "@/lib/reports/commands", "@/components/ui/Button", "@/lib/action"],
  },
  {
    room: "lib/audit/record.ts",
    may: [
      ...pureFiles,
      "server-only",
      "zod",
      "@/lib/db",
      "@/lib/errors",
      "@/lib/auth/actor",
    ].concat("@/lib/format/hash", "@/prisma/generated/client"),
    mayNot: [...request, "pg", "@/lib/reports/commands", "@/lib/env"],
  },
  {
    room: "lib/jobs/sweep.ts",
    may: [...data, ...pureFiles, "server-only", "@/lib/db", "@/lib/env"].concat(
      "nodemailer",
      "@/lib/exporting/pdf",
      "@/prisma/generated/client",
    ),
    mayNot: [...request, "pg", "@/lib/action"],
  },
  ...["action", "api"].map((name) => ({
    room: `lib/${name}.ts`,
    may: [
      "server-only",
      "zod",
      "next",
      "next/headers",
      "next/server",
      "@/lib/errors",
      "@/lib/input",
      "@/lib/auth/session",
    ],
    mayNot: [...engine, ...data, "next-auth", "@/lib/reports/schema"],
  })),
  {
    room: "lib/db.ts",
    may: ["server-only", "pg", "@prisma/adapter-pg", "@/prisma/generated/client", "@/lib/env"],
    mayNot: [...request, ...data, "@/lib/auth/session"],
  },
  { room: "lib/env.ts", may: ["zod", template], mayNot: [...engine, "@/lib/errors"] },
  {
    room: "lib/http.ts",
    may: ["server-only", "@/lib/api", "@/lib/errors", "@/lib/format/hash"].concat(
      "@/lib/exporting/public-message",
      "@/lib/importing/decode",
    ),
    mayNot: [...engine, ...data, "zod", "@/lib/auth/session", "@/lib/exporting/pdf"],
  },
  { room: "lib/input.ts", may: ["zod", "@/lib/errors"], mayNot: [...engine, ...data, "@/lib/api"] },
  { room: "lib/errors.ts", may: [], mayNot: [...engine, ...request, "zod", "@/lib/env"] },
  { room: "lib/loose.ts", may: [], mayNot: [...engine, ...pureFiles, "zod"] },
  {
    room: "instrumentation.ts",
    may: ["@/lib/jobs/sweep", "@/lib/env"],
    mayNot: [...engine, ...data, "@/lib/auth/session"],
  },
  { room: "proxy.ts", may: ["next/server"], mayNot: [...engine, ...data, "@/lib/auth/session"] },
];
