import { type Edit, EVENING_CLINIC } from '../../../curriculum/fixtures/evening-clinic.ts';
import type { Fault } from './fault.ts';

const whole = (text: string): readonly Edit[] => [[EVENING_CLINIC, text]];
const site = 'extends: base\nid: site\nversion: 1.0.0\ntitle: Site\n';

/** Faults of the text of a file, and of what it extends, by the code of the issue that they cause. */
export const TEXT_FAULTS = {
  'file-too-large': [{ edits: whole(`#${'x'.repeat(1_000_000)}`), path: '', at: '#x' }],
  'file-empty': [
    { edits: whole(''), path: '', at: '' },
    { edits: whole('# nothing yet\n'), path: '', at: '# nothing' },
  ],
  'not-yaml': [
    {
      edits: [['[early, later]', '[early, later']],
      path: '',
      at: 'schedule:\n      - { weekdays: [monday, thu',
    },
    { edits: [['title: Evening clinic', 'title: !!js/function x']], path: '', at: '!!js/function x' },
    { edits: [['title: Evening clinic', '\ttitle: x']], path: '', at: '\ttitle' },
  ],
  'several-documents': [{ edits: [['sources:', '---\nsources:']], path: '', at: '---\nsources:' }],
  'too-deep': [
    {
      edits: [['Evening clinic', `${'['.repeat(60)}${']'.repeat(60)}`]],
      path: `title${'.0'.repeat(50)}`,
      at: '['.repeat(10) + ']'.repeat(60),
    },
    { edits: whole('['.repeat(100_000)), path: '', at: '[[' },
  ],
  'alias-forbidden': [
    { edits: [['title: Evening clinic', 'title: &a x\nsummary: *a']], path: 'summary', at: '*a' },
  ],
  'duplicate-key': [
    {
      edits: [['title: Group', 'title: Group\n    title: Again']],
      path: 'tracks.1.title',
      at: 'title: Again',
    },
  ],
  'forbidden-key': [
    { edits: [['title: Group', '__proto__: { a: 1 }']], path: 'tracks.1.__proto__', at: '__proto__' },
  ],
  'key-not-text': [{ edits: [['title: Group', '? [a, b]\n    : Group']], path: 'tracks.1', at: '[a, b]' }],
  'null-character': [
    { edits: [['title: Group', 'title: "a\\0b"']], path: 'tracks.1.title', at: '"a\\0b"' },
    { edits: [['title: Group', 'title: a\0b']], path: '', at: '\0b' },
  ],
  'unsafe-integer': [
    {
      edits: [['atLeast: 3', 'atLeast: 9007199254740993']],
      path: 'phases.0.exit.of.0.atLeast',
      at: '9007199254740993',
    },
  ],
  'more-issues': [
    {
      edits: [['sources:', `${Array.from({ length: 60 }, (_, i) => `x${i}: 1`).join('\n')}\nsources:`]],
      path: '',
      at: 'x49:',
      says: 'and 10 more',
    },
  ],
  'base-not-found': [{ edits: whole(site.replace('base', 'bsae')), path: 'extends', at: 'bsae' }],
  'extends-cycle': [
    { edits: whole(site.replace('base', './clinic.yaml')), path: 'extends', at: './clinic.yaml' },
  ],
  'base-id-reused': [
    { edits: whole(site.replace('id: site', 'id: evening-clinic')), path: 'id', at: 'evening-clinic' },
  ],
  'adjunct-not-found': [{ edits: whole(`${site}adjuncts: [yoga]`), path: 'adjuncts.0', at: 'yoga' }],
  'remove-not-found': [{ edits: whole(`${site}remove: [tracks/yoga]`), path: 'remove.0', at: 'tracks/yoga' }],
} satisfies Record<string, readonly Fault[]>;
