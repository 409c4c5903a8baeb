// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawAfterPress } from '../../../components/draw-after-press';

describe('what is drawn anew', () => {
  const draw = vi.fn();
  let element: HTMLElement;
  let redraw: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    element = document.body.appendChild(document.createElement('div'));
    redraw = drawAfterPress(element, draw);
  });
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
    draw.mockReset();
  });

  const sends = (type: string) => element.dispatchEvent(new Event(type, { bubbles: true }));

  it('is drawn at once', () => {
    redraw();
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('waits for the click of a press under way, and is drawn once', () => {
    sends('pointerdown');
    redraw();
    redraw();
    sends('pointerup');
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(draw).toHaveBeenCalledTimes(1);
    redraw();
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('is not drawn after a press in which nothing changed', () => {
    sends('pointerdown');
    sends('pointerup');
    vi.runAllTimers();
    expect(draw).not.toHaveBeenCalled();
  });

  it('comes within a second where a page keeps the release to itself', () => {
    sends('pointerdown');
    redraw();
    vi.advanceTimersByTime(1000);
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
