import { Env } from './env.js';
import { envDocs } from './env-doc.js';

/** The text of `.env.example`, generated from the declarations; a test compares it with the committed file. */
export function renderEnvExample(): string {
  const defaults = new Env();
  const lines: string[] = ['# Every variable that Belfry reads, with its default. Generated: npm run generated:write'];
  let group = '';
  for (const [name, doc] of envDocs()) {
    if (doc.group !== group) lines.push('', `# --- ${doc.group}`);
    group = doc.group;
    const value: unknown = defaults[name as keyof Env];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    lines.push(`# ${doc.text}`, isEmpty ? `# ${name}=${doc.example ?? ''}` : `${name}=${String(value)}`);
  }
  return `${lines.join('\n')}\n`;
}
