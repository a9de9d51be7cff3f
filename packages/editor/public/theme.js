// Puts the remembered theme on <html> before the first paint; app/theme.ts writes it. Without one, the system's theme holds.
try {
  const theme = localStorage.getItem('plenary:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be blocked; then the system's theme is the right one.
}
