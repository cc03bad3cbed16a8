import { EXCLUDED, KEYS } from './keys.ts';

/** The keys as a Markdown table, for the README. */
export function configDocs(): string {
  const rows = Object.entries(KEYS).map(([name, { fallback, doc, example }]) => {
    // The list of folders is too long for a cell.
    const shownFallback =
      name === 'exclude'
        ? `${EXCLUDED.length} folders such as \`.venv\`, \`build\`, \`node_modules\``
        : `\`${fallback}\``;
    return `| \`${name}\` | ${name === 'select' ? fallback : shownFallback} | ${doc.replaceAll('|', '\\|')} For example \`${example}\`. |`;
  });
  return ['| key | default | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
