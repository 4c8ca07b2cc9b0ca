import { styleText } from 'node:util';
import type { ClockReport, Explanation, Outcome, Status } from '../../src/index.ts';

/** Collects what happens to one patient and prints it week by week, as a counselor would tell it. */
export class Story {
  #met = 0;
  #offered = 0;
  #tests: string[] = [];
  #help = 0;
  #happened: string[] = [];
  #quiet: { from: number; to: number; phase: string; met: number; offered: number } | null = null;

  took(outcome: Outcome): void {
    if (!outcome.accepted) return;
    for (const { event } of outcome.events) {
      if (event.type === 'AttendanceRecorded') {
        this.#offered += 1;
        if (event.status === 'attended') this.#met += 1;
      }
      if (event.type === 'DrugTestRecorded') this.#tests.push(event.result);
      if (event.type === 'MutualHelpRecorded') this.#help += 1;
      if (event.type === 'UseReported') this.#happened.push('tells the counselor about use');
      if (event.type === 'ContactRecorded')
        this.#happened.push(event.reached ? 'is reached' : 'is called and not reached');
      if (event.type === 'ReturnedToPhase') this.#happened.push(`goes back: ${event.reason}`);
      if (event.type === 'Discharged')
        this.#happened.push(`is discharged: ${event.discharge} (${event.reason})`);
    }
    this.#changes(outcome.changes);
  }

  clock(report: ClockReport): void {
    for (const { changes } of report.changed) this.#changes(changes);
  }

  #changes(changes: readonly { kind: string; text: string; to: string | null; on: string }[]): void {
    for (const change of changes) {
      if (change.kind === 'phase') this.#happened.push(`enters ${change.text}`);
      if (change.kind === 'monitor') this.#happened.push(change.text);
      if (change.kind === 'lifecycle' && change.to === 'graduated') this.#happened.push('graduates');
      if (change.kind === 'task' && change.to === 'open') this.#happened.push(change.text);
    }
  }

  /** Ends a week: one line of what was attended and tested, then what happened and what the next phase still needs. */
  week(week: number, status: Status): void {
    const phase = status.phase?.title ?? (status.ended?.graduated ? 'Graduated' : 'Discharged');
    const dull = this.#happened.length === 0 && week > 17 && this.#met === this.#offered;
    if (dull && this.#quiet?.phase === phase) {
      this.#quiet = {
        ...this.#quiet,
        to: week,
        met: this.#quiet.met + this.#met,
        offered: this.#quiet.offered + this.#offered,
      };
    } else {
      this.flush();
      if (dull) this.#quiet = { from: week, to: week, phase, met: this.#met, offered: this.#offered };
      else this.#print(`Week ${week}`, phase, status);
    }
    this.#met = 0;
    this.#offered = 0;
    this.#tests = [];
    this.#help = 0;
    this.#happened = [];
  }

  /** Prints the uneventful weeks that were held back. */
  flush(): void {
    const quiet = this.#quiet;
    this.#quiet = null;
    if (!quiet) return;
    const name = quiet.from === quiet.to ? `Week ${quiet.from}` : `Weeks ${quiet.from}-${quiet.to}`;
    print(`  ${name.padEnd(13)} ${quiet.phase.padEnd(31)} ${quiet.met} of ${quiet.offered} meetings`);
  }

  #print(name: string, phase: string, status: Status): void {
    const test = this.#tests.length === 0 ? 'no test' : `test ${this.#tests.join(', ')}`;
    const help = this.#help === 0 ? '' : ` · ${this.#help} mutual-help`;
    print(
      `  ${name.padEnd(13)} ${phase.padEnd(31)} ${this.#met} of ${this.#offered} meetings · ${test}${help}`,
    );
    for (const text of this.#happened) print(`  ${' '.repeat(14)}${bold('›')} ${text}`);
    const gate = status.gate?.explanation;
    if (gate && gate.truth !== 'satisfied')
      print(
        dim(
          `  ${' '.repeat(14)}  before the next phase: ${blockers(gate).join('; ')}${gate.earliest ? `; at the earliest ${gate.earliest}` : ''}`,
        ),
      );
  }
}

function blockers(gate: Explanation): string[] {
  if (gate.truth === 'satisfied') return [];
  if (gate.type === 'all' && gate.of) return gate.of.flatMap(blockers);
  return gate.missing === null ? [] : [gate.missing];
}

/** Prints a line of the story. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Text that stands out, on a terminal. */
export function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}
