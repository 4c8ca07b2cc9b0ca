import type { CarriedCredit } from './carried-credit.ts';
import type { DoseOutcome } from './dose-week.ts';
import type { Fact } from './episode-event.ts';
import type { MeetingChange } from './meeting-change.ts';

type WithoutDates<T> = T extends Fact
  ? Omit<T, 'on' | 'expectedReturn' | 'expiresOn' | 'lastUseOn' | 'cycleStarts' | 'at' | 'until' | 'firstDay'>
  : never;

/** The moves between the stages of a pathway. */
export type MovedType = 'SteppedDown' | 'SteppedUp' | 'Transferred';

type Dated =
  | 'Admitted'
  | 'PlaceOffered'
  | 'LeaveStarted'
  | 'GateOverridden'
  | 'CreditGranted'
  | 'StayExtended'
  | 'TakeHomeGiven'
  | 'ClinicClosed'
  | 'MeetingChanged'
  | 'CycleFollowed'
  | MovedType;

/** What every event of the machine carries: its day as a day number, and the number that the fact has in the episode (0 for none). */
type Timed = { readonly day: number; readonly fact: number };

/**
 * What the machine is told: the facts, with days as day numbers; what only time tells (a deadline was reached, a meeting of
 * the patient's calendar passed without a record); and where another version of the curriculum had placed the patient.
 */
export type MachineEvent =
  | (WithoutDates<Exclude<Fact, { type: Dated }>> & Timed)
  | ({
      readonly type: 'Admitted';
      readonly stage?: string | undefined;
      readonly lastUseOn: number | null;
      readonly cycleStarts: Readonly<Record<string, number>>;
    } & Timed)
  | ({
      readonly type: MovedType | 'StagePlaced';
      readonly stage: string;
      readonly cycleStarts: Readonly<Record<string, number>>;
      /** What was attended at earlier stages and counts at the next one. */
      readonly credits: readonly CarriedCredit[];
    } & Timed)
  | ({ readonly type: 'MeetingChanged'; readonly change: MeetingChange } & Timed)
  | ({ readonly type: 'CycleFollowed'; readonly track: string; readonly cycleStart: number } & Timed)
  | ({ readonly type: 'PlaceOffered'; readonly until: number } & Timed)
  | ({
      readonly type: 'TakeHomeGiven';
      readonly doses: number;
      readonly firstDay: number;
      readonly beyondBand?: true | undefined;
    } & Timed)
  | ({
      readonly type: 'ClinicClosed';
      readonly from: number;
      readonly to: number;
      readonly reason?: string | undefined;
    } & Timed)
  | ({ readonly type: 'StayExtended'; readonly of: 'phase' | 'stage'; readonly until: number } & Timed)
  | ({
      readonly type: 'LeaveStarted';
      readonly expectedReturn: number | null;
      readonly planned: boolean;
    } & Timed)
  | ({
      readonly type: 'CreditGranted';
      readonly track: string;
      readonly sessions: readonly number[];
      readonly expiresOn: number | null;
    } & Timed)
  | ({
      readonly type: 'GateOverridden';
      readonly phase: string;
      readonly stage?: string | undefined;
      readonly expiresOn: number | null;
    } & Timed)
  | ({
      readonly type: 'MeetingUnrecorded';
      readonly track: string;
      readonly session: number;
      readonly onLeave: boolean;
    } & Timed)
  | ({
      readonly type: 'CreditExpired';
      readonly credit: number;
      readonly track: string;
      readonly sessions: readonly number[];
      readonly expiresOn: number | null;
    } & Timed)
  | ({ readonly type: 'PhasePlaced'; readonly to: string; readonly returned: boolean } & Timed)
  | ({ readonly type: 'DeadlineReached'; readonly deadline: number } & Timed)
  | ({ readonly type: 'DoseWeekEnded'; readonly outcome: DoseOutcome } & Timed)
  | ({ readonly type: 'DayBegan' } & Timed);
