/** One line of the page. */
export interface HomeLink {
  readonly href: string;
  readonly label: string;
  readonly text: string;
}

export const HOME_STYLE = `
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #0b0c0c; background: #fff; }
h1 { font-size: 2rem; line-height: 1.2; }
dt { font-weight: 700; margin-top: 1rem; }
dd { margin: 0; }
a { color: #1d5795; }
a:focus { outline: 3px solid #ffdd00; background: #ffdd00; color: #0b0c0c; }
@media (prefers-color-scheme: dark) { body { color: #f3f2f1; background: #0b0c0c; } a { color: #9ec8ff; } }
`;

/** The page at `/`: what this is and where things are. */
export function homePage(links: readonly HomeLink[]): string {
  const items = links.map(
    ({ href, label, text }) => `<dt><a href="${escapeHtml(href)}">${label}</a></dt><dd>${text}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Belfry</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/home.css">
</head>
<body>
<main>
<h1>Belfry</h1>
<p>Public agencies send and receive WhatsApp messages from here. This address is the API.</p>
<dl>
${items.join('\n')}
</dl>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
