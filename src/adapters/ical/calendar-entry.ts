/** One thing in a calendar that leaves the house. Its title says nothing of treatment. */
export type CalendarEntry = {
  /** The same for ever, also after it was moved; it names no patient. */
  readonly uid: string;
  /** How often it was changed. */
  readonly sequence: number;
  readonly title: string;
  readonly place: string | null;
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  readonly timeZone: string;
  readonly cancelled: boolean;
};
