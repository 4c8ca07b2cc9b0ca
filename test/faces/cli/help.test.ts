import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../../src/faces/cli/build-program.ts';
import { openWorkplace } from './command-line.ts';

const VERBS = [
  ...[
    'refer',
    'admit',
    'assign',
    'attend',
    'homework',
    'credit',
    'drug-test',
    'use',
    'mutual-help',
    'assess',
  ],
  ...[
    'contact',
    'note',
    'advance',
    'return',
    'override',
    'sign-off',
    'complete-task',
    'leave',
    'leave start',
  ],
  ...['leave end', 'discharge', 'amend', 'void', 'status', 'history', 'caseload', 'due', 'apply', 'preview'],
  ...['check', 'schema', 'curricula', 'schedule', 'diagram', 'match', 'clock', 'verify', 'backup'],
  ...['diff', 'migrate', 'migrate rehearse', 'migrate apply', 'migrate undo', 'diff-knowledge', 'export'],
  ...['waitlist', 'waitlist list', 'waitlist join', 'waitlist offer', 'waitlist accept', 'waitlist decline'],
  ...['waitlist interim', 'waitlist remove', 'intake', 'place', 'worklist'],
  ...[
    'take-home',
    'take-home give',
    'take-home misuse',
    'take-home return',
    'take-home credit-time',
    'closed',
  ],
  ...['reward', 'privilege', 'privilege grant', 'privilege withdraw'],
  ...['simulate', 'compare', 'sweep', 'sensitivity', 'repeat', 'calibrate', 'observe', 'forecast'],
  ...['head', 'restore', 'erase', 'serve', 'extend-stay', 'readmit', 'step-down', 'step-up', 'transfer'],
  ...['authorize', 'review-stay', 'census', 'roster', 'group', 'group list', 'group show', 'group coverage'],
  ...[
    'group owed',
    'group define',
    'group end',
    'group cancel',
    'group restore',
    'group move',
    'group topic',
  ],
  ...['group join', 'group leave', 'group book', 'group unbook', 'group close', 'group reopen'],
  ...['appointment', 'appointment list', 'appointment book', 'appointment move', 'appointment cancel'],
  ...[
    'appointment keep',
    'appointment miss',
    'appointment reopen',
    'reschedule',
    'follow-cycle',
    'calendar',
    'rebuild',
  ],
];

function everyCommand(command: Command, before = ''): [name: string, command: Command][] {
  return command.commands.flatMap((one): [string, Command][] => {
    const name = `${before}${one.name()}`;
    return [[name, one], ...everyCommand(one, `${name} `)];
  });
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

describe('the help', () => {
  it('knows every command', () => {
    expect(
      everyCommand(buildProgram())
        .map(([name]) => name)
        .sort(),
    ).toEqual([...VERBS].sort());
  });

  it.each(everyCommand(buildProgram()))(
    'of %s says what it does, has an example, and offers JSON',
    (name, command) => {
      const help = helpOf(command);
      expect(help).toMatch(/^Usage: stepwell /);
      expect(help).toMatch(new RegExp(`\\nExamples?:\\n  \\$ .*stepwell ${name}`));
      if (
        !['leave', 'privilege', 'take-home', 'migrate', 'serve', 'waitlist', 'group', 'appointment'].includes(
          name,
        )
      )
        expect(help).toContain('--json');
    },
  );

  it('ends with the exit codes, and is shown with exit code 2 where nothing was asked', async () => {
    const place = openWorkplace();
    try {
      const asked = await place.run('--help');
      expect(asked).toMatchObject({
        exit: 0,
        err: '',
        out: expect.stringMatching(/Exit codes:\n {2}0 {2}done[\s\S]*7 {2}the store/),
      });
      expect(await place.run()).toMatchObject({
        exit: 2,
        out: '',
        err: expect.stringMatching(/^Usage: stepwell/),
      });
      expect(await place.run('help', 'attend')).toMatchObject({
        exit: 0,
        out: expect.stringMatching(/^Usage: stepwell attend/),
      });
      expect(await place.run('--version')).toMatchObject({
        exit: 0,
        out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      });
    } finally {
      place.remove();
    }
  });

  it('loads neither the engine nor the stores', async () => {
    const place = openWorkplace();
    const list = `data:text/javascript,import{registerHooks}from'node:module';registerHooks({load(url,context,next){process.stderr.write(url+'\\n');return next(url,context)}})`;
    const { err } = await place.runWith({ node: ['--import', list] }, '--help');
    place.remove();
    expect(err).toMatch(/commander/);
    expect(
      err.split('\n').filter((url) => /zod|xstate|yaml|sqlite|src\/(engine|program|adapters)/.test(url)),
    ).toEqual([]);
  });
});
