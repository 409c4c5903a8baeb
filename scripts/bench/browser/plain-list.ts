/**
 * Runs in a page: a virtual list as small as can be, whose rows are texts at hand, in a box named
 * `.plain`. What it loses of the frames, the machine takes and not the list.
 */
export function drawPlainList(count: number): void {
  const ROW_PX = 34;
  const OVERSCAN_ROWS = 6;
  document.body.innerHTML = '<div class="plain"><div></div></div>';
  const box = document.body.firstElementChild as HTMLElement;
  const rows = box.firstElementChild as HTMLElement;
  box.style.cssText = 'height:800px;overflow:auto';
  rows.style.cssText = `position:relative;height:${count * ROW_PX}px`;
  const makeRow = (index: number) => {
    const row = document.createElement('div');
    row.style.cssText = `position:absolute;top:${index * ROW_PX}px;height:${ROW_PX}px`;
    row.textContent = `A paper with a title of some length, number ${index}, its authors, 2023`;
    return row;
  };
  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - OVERSCAN_ROWS);
    const last = Math.ceil((box.scrollTop + box.clientHeight) / ROW_PX) + OVERSCAN_ROWS;
    const drawn = Array.from({ length: Math.min(count, last) - first }, (_, i) =>
      makeRow(first + i),
    );
    rows.replaceChildren(...drawn);
  };
  box.addEventListener('scroll', draw);
  draw();
}
