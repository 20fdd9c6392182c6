// Follows the drawing; without this script the page shows it as it was, and a reload brings it up to date.
const places = [
  ['live-way', '/way'],
  ['live-figures', '/operator/figures'],
];
for (const [id, address] of places) {
  const place = document.getElementById(id);
  if (place) {
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(address, { headers: { Accept: 'text/html' } });
        if (answer.ok && !answer.redirected) place.innerHTML = await answer.text();
      } catch {
        // The server is away: the next turn tries again.
      }
    }, 1000);
  }
}
