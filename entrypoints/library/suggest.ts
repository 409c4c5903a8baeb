/** Names that hold what is typed; those that begin with it come first. */
export function suggestFrom(names: readonly string[]): (typed: string) => readonly string[] {
  return (typed) => {
    const wanted = typed.toLocaleLowerCase();
    const place = (name: string) => name.toLocaleLowerCase().indexOf(wanted);
    return names
      .filter((name) => place(name) >= 0)
      .sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
  };
}
