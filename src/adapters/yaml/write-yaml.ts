import { stringify } from 'yaml';

/** Writes a value as YAML, with a comment above it. */
export function writeYaml(value: unknown, comment: string): string {
  const lines = comment.split('\n').map((line) => `# ${line}`.trimEnd());
  return `${lines.join('\n')}\n${stringify(value, { lineWidth: 110 })}`;
}
