/** On the page that stands in for one that the network did not bring: what is kept, the way back. */
const PROBE_MS = 5000;

document.querySelector("button").addEventListener("click", retry);
window.addEventListener("online", goBack);
setInterval(goBack, PROBE_MS);
await tellKept();

async function retry() {
  const status = document.querySelector("[role=status]");
  status.textContent = "正在连接…";
  await goBack();
  status.textContent = "还没有连上，恢复后会自动打开。";
}

/** Loads the page anew once the server answers; the address is still that of the page. */
async function goBack() {
  const asked = { method: "HEAD", cache: "no-store" };
  const answer = await fetch("/offline.html", asked).catch(() => null);
  if (answer?.ok && location.pathname !== "/offline.html") location.reload();
}

async function tellKept() {
  const report = /^\/desk\/reports\/([\da-f-]{36})/.exec(location.pathname)?.[1];
  const keys = report && (await keptKeys().catch(() => null));
  if (!keys) return;
  const sections = new Set(keys.filter(([, of]) => of === report).map((key) => key.at(-1)));
  document.querySelector("#kept").textContent = sections.size
    ? `本报告有 ${sections.size} 个部分的内容还没有保存到服务器，留在这台电脑的浏览器里，没有丢失。`
    : "本报告没有等待保存的内容。";
}

/** Account, report, window and section of each text that the form keeps in this browser. */
function keptKeys() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("nianbaotai");
    // The form makes the database; nothing was ever kept where there is none.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const keys = opening.result.transaction("unsaved").objectStore("unsaved").getAllKeys();
      keys.onerror = () => reject(keys.error);
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result);
      };
    };
  });
}
