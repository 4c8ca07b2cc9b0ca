/** The nine questions that people ask of a program before they choose it, in the order in which they are asked. */
export const NINE_QUESTIONS = {
  network: 'Is it in network?',
  duration: 'How long does it take?',
  condition: 'Does it have experience with my condition?',
  people: 'Does it have experience with people like me?',
  structure: 'What is its structure?',
  ages: 'Are there age limits?',
  arrangement: 'How are sessions arranged?',
  proceeding: 'How does treatment proceed?',
  expertise: 'What expertise is there?',
} as const;

/** One of the nine questions. */
export type NineQuestion = keyof typeof NINE_QUESTIONS;
