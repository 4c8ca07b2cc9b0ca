/** What is due, without saying so: `Urine and breath test due` is `Urine and breath test`. For places where the day stands beside it. Pure. */
export function sayDue(title: string): string {
  return title.replace(/( is)? due$/, '');
}
