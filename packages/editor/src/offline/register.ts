/** Keeps the page for when there is no network. Not where a browser has no service workers: plain http, a private window. */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/offline.js')
  } catch {
    // Refused by a policy or a full disk. Everything else works without.
  }
}
