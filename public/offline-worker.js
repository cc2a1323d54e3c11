/**
 * Answers a page of the workspace that the network did not bring with one that says so and goes
 * back by itself (docs/decisions/006). It keeps that page with its style and script, and nothing
 * else: no report, no answer of the API, nobody's data.
 */
const PAGE = "/offline.html";
const PARTS = ["/offline.css", "/offline.js"];
/** Named after what the three files hold, so that a changed file comes with a changed worker. */
const CACHE = "offline-2a089400";

/** Where the browser knows such rules, all the rest goes past the worker without waking it. */
const ROUTES = [
  { condition: { requestMode: "navigate" }, source: "fetch-event" },
  ...PARTS.map((urlPattern) => ({ condition: { urlPattern }, source: "fetch-event" })),
  { condition: { urlPattern: "/*" }, source: "network" },
];

/** The page's own, whatever the site's pages are served with. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

self.addEventListener("install", (event) => {
  event.addRoutes?.(ROUTES);
  event.waitUntil(keepFiles());
});

self.addEventListener("activate", (event) => event.waitUntil(forgetOlderFiles()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(fetch(request).catch(offlinePage));
  } else if (PARTS.includes(new URL(request.url).pathname)) {
    event.respondWith(part(request));
  }
});

async function keepFiles() {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...PARTS].map((path) => new Request(path, { cache: "reload" })));
  await self.skipWaiting();
}

async function forgetOlderFiles() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function offlinePage() {
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  if (!kept) return Response.error();
  return new Response(await kept.text(), { status: 503, headers: HEADERS });
}

async function part(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}
