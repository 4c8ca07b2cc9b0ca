/** A level of care with its places: beds, or seats of its groups. Infinity stands for as many as come. */
export type Station = { readonly name: string; readonly places: number };

/** A clinic with a limited number of places, and those who come to it. Times are days since the clinic opened. */
export type Clinic = {
  readonly stations: readonly Station[];
  /** When each patient asks for a place, in order. One who is there at the beginning (a warm start) comes at day 0. */
  readonly arrivals: Float64Array;
  /** `stays[station][patient]`: days at each level, in this order; 0 for a level that a patient does not need. */
  readonly stays: readonly Float64Array[];
  /** How many days a patient waits for admission before going elsewhere. */
  readonly patience: number;
  /** True where a patient who may not step down yet for want of a place keeps the bed above; false where he waits at home. */
  readonly waitsInPlace: boolean;
  /** Patients, from the first on, who have a place at the beginning and do not wait; they count for nothing but their places. */
  readonly there?: number;
  /** Only patients who come from this day on count in the result, and only from it on is the use of places measured. */
  readonly from: number;
  /** The day on which the doors close: who comes later is not looked at, and the use of places is measured until then. */
  readonly until: number;
};

/** What became of those who came. */
export type ClinicResult = {
  readonly came: number;
  readonly admitted: number;
  /** Went elsewhere after waiting as long as they could. */
  readonly lost: number;
  /** Still waiting for admission when the doors closed. */
  readonly waiting: number;
  /** Days between asking and admission of each who was admitted, in the order in which they came. */
  readonly waits: Float64Array;
  readonly stations: readonly StationResult[];
};

/** How the places of a level of care were used. */
export type StationResult = {
  readonly name: string;
  readonly places: number;
  readonly entered: number;
  /** Mean number of places taken; and of the places that there are, the share. */
  readonly census: number;
  readonly utilisation: number;
  /** Mean number of places taken by patients who had to wait for the next level. */
  readonly blocked: number;
  /** Mean days that those who entered waited before it. */
  readonly meanWait: number;
};
