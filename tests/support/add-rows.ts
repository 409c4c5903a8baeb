/** Runs in a page of Hugging Face's: adds so many rows of three nodes each, with a link to a paper. */
export function addRows(count: number): void {
  const all = document.createDocumentFragment();
  for (let i = 0; i < count; i += 1) {
    const row = document.createElement('article');
    const heading = document.createElement('h3');
    const link = document.createElement('a');
    link.href = `/papers/31${String(i % 12).padStart(2, '0')}.${10000 + (i % 80000)}`;
    link.textContent = `Paper number ${i}`;
    heading.append(link);
    row.append(heading);
    all.append(row);
  }
  document.querySelector('main')?.append(all);
}
