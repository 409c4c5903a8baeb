/** English function words and the phrases every abstract uses; they relate nothing. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below
  between both but by can cannot could did do does doing down during each few for from further had
  has have having he her here hers him his how i if in into is it its itself just me more most my
  no nor not now of off on once only or other our out over own same she should so some such than
  that the their them then there these they this those through to too under until up very was we
  were what when where which while who whom why will with would you your et al using use used based
  show shows shown paper propose proposed present presented results result new approach method
  methods`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
