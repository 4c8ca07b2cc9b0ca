/** What things cost, in the smallest unit of the currency (cents); all but the currency default to nothing. */
export type UnitCosts = {
  /** The code of the currency, as `USD`. */
  readonly currency: string;
  readonly admission: number;
  /** A day at each stage (level of care), in the order of the stages. */
  readonly dayAtStage: readonly number[];
  readonly sessionAttended: number;
  readonly sessionMissed: number;
  readonly hourAttended: number;
  readonly drugTest: number;
  /** 1 where the incentives that patients earn are a cost of the program, 0 where others bear them. */
  readonly incentives: number;
};

/** Nothing costs anything. */
export const NO_COSTS: UnitCosts = {
  currency: 'USD',
  admission: 0,
  dayAtStage: [],
  sessionAttended: 0,
  sessionMissed: 0,
  hourAttended: 0,
  drugTest: 0,
  incentives: 0,
};
